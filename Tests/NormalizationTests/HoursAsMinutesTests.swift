import Diagnostics
import PupilSupport
import Testing

@testable import Normalization

struct HoursAsMinutesTests {
    @Test func `a fraction of a minute is held back with the key that is missing`() throws {
        #expect(
            try advice(for: "0,75")
                == "if the column counts hours, the analyst writes minutes_per_unit: 60 in the "
                + "source; otherwise write the number without words; ',' separates the fraction")
    }

    @Test func `a word is held back with how to write a number`() throws {
        #expect(
            try advice(for: "viena")
                == "write the number without words; ',' separates the fraction")
    }

    private func advice(for text: String) throws -> String {
        let field = try #require(RecordKind.session.fields.first { $0.name == "minutes" })
        let parser = CellParser(
            mapping: FieldMapping(field: "minutes", source: .column("Ilgums"), isRequired: true),
            field: field, context: try TinyTown.context(files: []), decimalMark: .comma)
        var registries = DeliveryRegistries()
        guard case .fault(let rule, let details) = parser.parse(text, registries: &registries).value
        else { return "" }
        return rule.advice.text(in: .english, details: details)
    }
}
