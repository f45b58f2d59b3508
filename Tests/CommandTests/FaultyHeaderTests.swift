import Foundation
import Testing

@Suite struct `A faulty header` {
    private static let name = "jaundubulti/2018-2019-2/konsultacijas.csv"

    @Test func `two columns of one name are named with their line`() throws {
        #expect(
            try errors(replacing: ";Klase;", with: ";Datums;") == """
                \(Self.name):1: fatal: the header has two columns named 'Datums' [CSV-007]
                  help: give each column a name of its own

                """)
    }

    @Test func `a quote that is not closed in the header is named with its line`() throws {
        let errors = try errors(replacing: ";Klase;", with: ";\"Klase;")
        #expect(errors.hasPrefix("\(Self.name):1: fatal: "))
        #expect(errors.contains("[CSV-00"))
        #expect(!errors.contains("FIL-001"))
    }

    @Test func `a file that only resembles an export is still not recognised`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("Nr.;Datums;x;x\n1;2;3;4\n", to: "inbox/strange.csv")
        #expect(
            try workplace.report().errors.hasPrefix(
                "s….csv: fatal: no source definition recognises the file"))
    }

    private func errors(replacing old: String, with new: String) throws -> String {
        let workplace = try Workplace()
        try workplace.copySamples()
        let text = try workplace.text("inbox/\(Self.name)", .isoLatin7)
        #expect(text.contains(old))
        try workplace.write(
            text.replacing(old, with: new).data(using: .isoLatin7).map(Array.init) ?? [],
            to: "inbox/\(Self.name)")
        return try workplace.report().errors
    }
}
