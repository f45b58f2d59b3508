import Foundation
import Testing

@Suite struct `What became of a record` {
    @Test(arguments: ["2018-2019-2", "2019-2020-1"])
    func `a file whose records are all on one line has the dispositions of the file in lines`(
        semester: String
    ) throws {
        let workplace = try Preparation.reported.copy()
        let inLines = try Self.findings(workplace, semester, file: Self.sample(semester))
        let path = "inbox/\(Self.sample(semester))"
        let text = try workplace.text(path).replacing("\n", with: " ")
        try workplace.write(text, to: path)
        _ = try workplace.report()
        let onOneLine = try Self.findings(workplace, semester, file: Self.sample(semester))
        #expect(Set(onOneLine.map { $0["line"] }) == ["1"])
        #expect(onOneLine.map(Self.fate).sorted() == inLines.map(Self.fate).sorted())
    }

    @Test func `a finding of a session says what became of it, not of its pupil`() throws {
        let workplace = try Self.nested()
        let findings = try Self.findings(workplace, "2018-2019-2", file: "mezs/a.xml")
        #expect(
            findings.map(Self.fate) == [
                "FLD-002 @dzimums held_back", "REC-008 @datums loaded",
                "FLD-008 @minutes held_back",
            ])
    }

    @Test func `a finding at the pupil's attribute says what became of the session`() throws {
        let workplace = try Self.nested(rules: "REC-001: warning, ")
        let findings = try Self.findings(workplace, "2018-2019-2", file: "mezs/b.xml")
        #expect(
            findings.map(Self.fate) == [
                "REC-001 ../@klase loaded", "REC-001 ../@klase held_back",
                "REC-006 @datums held_back",
            ])
    }

    @Test func `a note on a record that is loaded does not say that it is ignored`() throws {
        let workplace = try Self.nested(rules: "REC-008: note, ")
        let findings = try Self.findings(workplace, "2018-2019-2", file: "mezs/a.xml")
        #expect(findings.map(Self.fate).contains("REC-008 @datums loaded"))
    }

    @Test func `a total row that does not agree is ignored`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let path = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
        let bytes = try workplace.bytes(path)
        let wrong = bytes.replacing(Array(";176,25;".utf8), with: Array(";1,25;".utf8))
        #expect(wrong.count == bytes.count - 2)
        try workplace.write(wrong, to: path)
        _ = try workplace.report()
        let findings = try Self.findings(
            workplace, "2018-2019-2", file: "jaundubulti/2018-2019-2/konsultacijas.csv")
        #expect(
            findings.map(Self.fate).filter { $0.hasPrefix("FIL-005") } == [
                "FIL-005 Ilgums ignored"
            ])
    }

    @Test func `a store from before findings kept their record gives the same files`() throws {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            db.execute("DROP INDEX findingByRecord")
            db.execute("ALTER TABLE finding DROP COLUMN recordByte")
            db.execute("DELETE FROM grdb_migrations WHERE identifier = 'record of a finding'")
            db.commit()
            """, workplace.path("state/pumpurs.sqlite").path,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") == first)
    }

    private static func sample(_ semester: String) -> String { "sloka/\(semester)/atbalsts.xml" }

    private static func findings(
        _ workplace: borrowing Workplace, _ semester: String, file: String
    ) throws -> [[String: String]] {
        rows(of: try workplace.text("reports/\(semester)/internal/quality.csv"))
            .filter { $0["entry"] == "finding" && $0["file"] == file }
    }

    private static func fate(_ row: [String: String]) -> String {
        [row["rule"], row["column_name"]?.replacing("'@", with: "@"), row["disposition"]]
            .map { $0 ?? "" }.joined(separator: " ")
    }

    /// The report over two files in which sessions stand within their pupils, on one line each.
    private static func nested(rules: String = "") throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write(source(rules: rules), to: "pipelines/sources/mezs.yaml")
        try workplace.write(first, to: "inbox/mezs/a.xml")
        try workplace.write(second, to: "inbox/mezs/b.xml")
        _ = try workplace.report()
        return workplace
    }

    private static func source(rules: String) -> String {
        """
        version: 1
        source: mezs
        name: {lv: Mežs, en: Mežs}
        school: sloka
        check_digit: synthetic
        rules: {\(rules)XRC-001: off, XRC-002: off, XRC-003: off, XRC-004: off, XRC-005: off, XRC-006: off}
        files:
          - kind: all
            recognise: {root: mezs, file_name: "*a.xml"}
            \(format)
            records:
              - at: mezs/skolens
                record: pupil
                fields: {pupil: {path: "@pk"}, sex: {path: "@dzimums"}}
              - at: mezs/skolens/nodarbiba
                record: session
                fields: {\(sessionFields)}
          - kind: sessions
            recognise: {root: mezs, file_name: "*b.xml"}
            \(format)
            records:
              - at: mezs/skolens/nodarbiba
                record: session
                fields: {class: {path: "../@klase"}, \(sessionFields)}

        """
    }

    private static let format = """
        encoding: utf-8
            format: xml
            xml: {namespaces: {}}
        """

    private static let sessionFields = """
        semester: {semester_of: date}, pupil: {path: "../@pk"}, teacher: {path: "@pedagogs"}, \
        measure: {value: psihologs}, date: {path: "@datums"}, minutes: {path: "@minutes", at_most: 240}
        """

    private static let first =
        "<mezs><skolens pk=\"010106-21111\" dzimums=\"?\">"
        + session(day: "2019-02-09", minutes: 40) + session(day: "2019-02-10", minutes: 999)
        + "</skolens></mezs>"

    private static let second =
        "<mezs><skolens pk=\"010106-21111\" klase=\"11.a\">"
        + session(day: "2019-02-12", minutes: 40) + session(day: "2018-07-12", minutes: 40)
        + "</skolens></mezs>"

    private static func session(day: String, minutes: Int) -> String {
        "<nodarbiba pedagogs=\"010170-11111\" datums=\"\(day)\" minutes=\"\(minutes)\"/>"
    }
}
