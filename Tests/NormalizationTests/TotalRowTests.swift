import Diagnostics
import Extraction
import Foundation
import PupilSupport
import Testing

@testable import Normalization

struct TotalRowTests {
    @Test func `a total of hours that differs is compared in hours`() throws {
        let found = try findings(minutesPerUnit: 60, rows: ["0,75", "1,5", "Kopā;2,5"])
        #expect(found == ["the row 'Kopā' says 2,5 in 'Ilgums', but the rows add up to 2,25"])
    }

    @Test func `whole hours have no fraction`() throws {
        let found = try findings(minutesPerUnit: 60, rows: ["0,5", "1,5", "Kopā;3"])
        #expect(found == ["the row 'Kopā' says 3 in 'Ilgums', but the rows add up to 2"])
    }

    @Test func `hours are written with the decimal mark of the file`() throws {
        let found = try findings(
            minutesPerUnit: 60, rows: ["0.25", "Kopā;1"], decimalMark: .point)
        #expect(found == ["the row 'Kopā' says 1 in 'Ilgums', but the rows add up to 0.25"])
    }

    @Test func `a sum that has no end in hours is shown so exactly that it differs`() throws {
        let found = try findings(minutesPerUnit: 60, rows: ["0:20", "Kopā;0,35"])
        #expect(found == ["the row 'Kopā' says 0,35 in 'Ilgums', but the rows add up to 0,3333"])
    }

    @Test func `a total of minutes that differs is compared in minutes`() throws {
        let found = try findings(minutesPerUnit: 1, rows: ["40", "80", "Kopā;100"])
        #expect(found == ["the row 'Kopā' says 100 in 'Ilgums', but the rows add up to 120"])
    }

    @Test func `rows that cannot be read are said to be missing from the sum`() throws {
        let found = try findings(
            minutesPerUnit: 60, rows: ["0,75", "1;1;1", "stunda", "Kopā;2,5"])
        #expect(
            found == [
                "the row 'Kopā' says 2,5 in 'Ilgums', but the rows add up to 0,75; rows held back "
                    + "whose value cannot be read are not in it: 2"
            ])
    }

    @Test func `a total of hours that agrees is no finding`() throws {
        #expect(try findings(minutesPerUnit: 60, rows: ["0,75", "1,5", "Kopā;2,25"]).isEmpty)
    }

    /// Returns what the total row is found to differ in.
    private func findings(
        minutesPerUnit: Int, rows: [String], decimalMark: DecimalMark = .comma
    ) throws -> [String] {
        let lines = ["Nr.;Ilgums"] + rows.map { $0.contains(";") ? $0 : "1;\($0)" }
        let url = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(lines.joined(separator: "\n").utf8).write(to: url)
        let options = DelimitedOptions(delimiter: UInt8(ascii: ";"))
        let minutes = FieldMapping(
            field: "minutes", source: .column("Ilgums"), isRequired: true,
            minutesPerUnit: minutesPerUnit)
        let file = FileDefinition(
            kind: "consultations", recognition: Recognition(), format: .delimited(options),
            totalRow: TotalRow(column: "Nr.", text: "Kopā", sums: ["Ilgums"]),
            decimalMark: decimalMark, records: [RecordMapping(kind: .session, fields: [minutes])])
        var reader = try DelimitedReader(
            path: FilePath(url.path(percentEncoded: false)), encoding: .utf8, options: options)
        var normalizer = try Normalizer(
            file: file, columns: reader.columns, context: try TinyTown.context(files: [file]),
            fileName: "a.csv")
        var findings: [Diagnostic] = []
        while let batch = try reader.nextBatch() {
            findings += normalizer.normalize(batch).findings
        }
        return findings.filter { $0.rule == AcrossRecordsRules.totalDiffers }
            .map { $0.summary(in: .english) }
    }
}
