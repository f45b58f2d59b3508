import Foundation
import Testing

@Suite struct `Workbooks in the inbox` {
    private static let header = [
        "Mācību semestris", "Skolēna kods", "Kavējumi kopā", "Attaisnoti kavējumi",
    ]
    private static let inbox = "inbox/vaivari/2018-2019-2/kavejumi.xlsx"

    /// A workplace whose Vaivari sends the missed lessons of its pupils as a workbook, and nothing else.
    private func workplace(
        _ format: String = "format: xlsx", rows: [(Int, [String?])]
    ) throws -> Workplace {
        try workplace(format, pieces: [(rows.map { Workbook.row($0, $1) }.joined(), 1)])
    }

    private func workplace(
        _ format: String = "format: xlsx", pieces: [(text: String, times: Int)]
    ) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let name = "pipelines/sources/vaivari.yaml"
        let text = try workplace.text(name)
        let start = try #require(text.range(of: "*kavejumi*\"\n"))
        let pinned = "    encoding: utf-8\n    format: csv\n    csv: {delimiter: \",\"}\n"
        let place = try #require(text.range(of: pinned, range: start.upperBound..<text.endIndex))
        try workplace.write(
            text.replacingCharacters(in: place, with: "    \(format)\n"), to: name)
        try workplace.write([], to: Self.inbox)
        try Workbook.write(pieces, to: workplace.path(Self.inbox))
        return workplace
    }

    /// Adds the list of the pupils.
    private func addPupils(_ workplace: borrowing Workplace) throws {
        let name = "vaivari/2018-2019-2/skoleni.csv"
        try FileManager.default.copyItem(
            at: Workplace.repository.appending(path: "sample-data/\(name)"),
            to: workplace.path("inbox/\(name)"))
    }

    private func quality(_ workplace: borrowing Workplace) throws -> [[String: String]] {
        rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv")).filter {
            $0["file"] == "vaivari/2018-2019-2/kavejumi.xlsx"
        }
    }

    private static let semester = "2018/2019 II semestris"

    @Test func `a held row is listed with its cell and shown as it stands`() throws {
        let workplace = try workplace(rows: [
            (1, Self.header), (3, [Self.semester, "03060721755", "četras", "1"]),
        ])
        try addPupils(workplace)
        _ = try workplace.report()
        let held = rows(
            of: try workplace.run("quarantine", "list", "--rule", "FLD-007", "--format", "csv")
                .output)
        #expect(held.map { $0["line"] } == ["3"])
        #expect(held.map { $0["byte"] } == [""])
        #expect(held.first?["cell"]?.hasSuffix("!C3") == true)
        let raw = try workplace.run("quarantine", "show", held.first?["id"] ?? "", "--raw")
        #expect(raw.output.hasSuffix("\n\n\(Self.semester),03060721755,četras,1\n"))
    }

    @Test func `a finding on a sheet names its cell and no byte`() throws {
        let workplace = try workplace(rows: [
            (1, Self.header), (3, [Self.semester, "03060721755", "4&#10;stundas", "1"]),
            (4, [Self.semester, "07070729880", "7", "2"]),
        ])
        try addPupils(workplace)
        _ = try workplace.report()
        let found = try quality(workplace).filter { $0["entry"] == "finding" }
        #expect(found.map { $0["rule"] } == ["CSV-006", "FLD-007"])
        #expect(found.map { $0["line"] } == ["2", "3"])
        #expect(found.map { $0["byte"] } == ["", ""])
        #expect(found.map { $0["column_name"] } == ["", "Kavējumi kopā"])
        #expect(found.first?["message"] == "Lapa1!2: tukša rinda, nav ņemta vērā")
        #expect(found.last?["message"]?.hasPrefix("Lapa1!C3: ") == true)
    }

    @Test func `the rows between two of a sheet are read and ignored in one note`() throws {
        let workplace = try workplace(rows: [
            (1, Self.header), (2, [Self.semester, "03060721755", "4", "1"]),
            (1_048_576, [Self.semester, "07070729880", "7", "2"]),
        ])
        try addPupils(workplace)
        _ = try workplace.report()
        let found = try quality(workplace)
        #expect(
            found.map { $0["records_read"] }
                == ["1048575", ""])
        #expect(found.first?["records_ignored"] == "1048573")
        #expect(found.first?["records_loaded"] == "2")
        #expect(
            found.last?["message"]
                == "Lapa1!3: tukšas rindas līdz 1048575. rindai, kopā 1048573; nav ņemtas vērā")
    }

    @Test func `a workbook is refused with what is wrong with it and not as unknown`() throws {
        let workplace = try workplace(
            "format: xlsx\n    xlsx: {sheet: Dati}", rows: [(1, Self.header)])
        #expect(
            try workplace.report().errors == """
                vaivari/2018-2019-2/kavejumi.xlsx: fatal: the workbook has no sheet 'Dati'; it has \
                'Lapa1' [XLS-005]
                  help: rename the sheet, or correct `sheet` in the source's definition
                the folder 'inbox' has no file that can be used; put files into it as the schools \
                export them and the sources of the --pipelines folder describe them

                """)
    }

    @Test func `a formula without a value is refused with its cell`() throws {
        let workplace = try workplace(pieces: [
            (Workbook.row(1, Self.header), 1), ("<row r='2'><c r='B2'><f>A1</f></c></row>", 1),
        ])
        let outcome = try workplace.report()
        #expect(
            outcome.errors.hasPrefix(
                """
                vaivari/2018-2019-2/kavejumi.xlsx:Lapa1!2: fatal: Lapa1!B2 is a formula of which the \
                file does not keep the value [XLS-011]

                """))
    }

    @Test func `text under the name of a workbook is refused for what it is`() throws {
        let workplace = try workplace(rows: [(1, Self.header)])
        try workplace.write("<html><body><table></table></body></html>", to: Self.inbox)
        #expect(
            try workplace.report().errors.hasPrefix(
                """
                vaivari/2018-2019-2/kavejumi.xlsx: fatal: the file is not an Excel workbook (.xlsx): \
                HTML or XML text [XLS-001]

                """))
    }

    @Test func `a delimited file is not read by the definition of a workbook`() throws {
        let workplace = try workplace(rows: [(1, Self.header)])
        try FileManager.default.removeItem(at: workplace.path(Self.inbox))
        try workplace.write(
            Self.header.joined(separator: ",") + "\r\n", to: "inbox/vaivari/kavejumi.csv")
        #expect(
            try workplace.report().errors.hasPrefix(
                "vaivari/kavejumi.csv: fatal: no source definition recognises the file;"))
    }

    @Test func `a workbook is not read by the definition of a delimited file`() throws {
        let workplace = try workplace(rows: [(1, Self.header)])
        try FileManager.default.removeItem(at: workplace.path("pipelines"))
        try workplace.copyDefinitions()
        #expect(
            try workplace.report().errors.hasPrefix(
                """
                vaivari/2018-2019-2/kavejumi.xlsx: fatal: no source definition recognises the file; \
                it is a workbook whose columns no definition with `format: xlsx` knows [FIL-001]

                """))
    }

    @Test func `a bomb is refused at its limit within a second and 64 MiB`() throws {
        let workplace = try workplace(pieces: [(String(repeating: "<row/>", count: 1 << 18), 100)])
        let (outcome, seconds, peak) = try workplace.measure(
            "report", "--inbox", "inbox", "--pipelines", "pipelines", "--state", "state",
            "--output", "reports", "--language", "en")
        #expect(
            outcome.errors == """
                vaivari/2018-2019-2/kavejumi.xlsx: fatal: the workbook passes a limit: unpacked to \
                packed bytes (200:1) [XLS-007]
                  help: leave only the data in the workbook and save it anew, or send it as CSV UTF-8
                the folder 'inbox' has no file that can be used; put files into it as the schools \
                export them and the sources of the --pipelines folder describe them

                """)
        #expect(seconds < 1)
        #expect(peak < 64 << 20)
    }
}
