import Foundation
import Testing

@Suite struct `Columns that no definition reads` {
    private static let marks = "inbox/vaivari/2018-2019-2/vertejumi.csv"

    @Test(arguments: [
        ("Informātika", "Informātika"), ("Zigfrīds Ķeizars", "Z… Ķ…"), ("Summa", "Summa"),
    ])
    func `one beside a matrix is a warning`(name: String, shown: String) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.append([name, "", " "], to: Self.marks, workplace)
        #expect(try workplace.report().code == 3)
        #expect(
            try Self.findings(workplace) == [
                "finding,vaivari,marks,2018-2019-2,vaivari/2018-2019-2/vertejumi.csv,,,,,0,,16,"
                    + "\(shown),FIL-025,warning,loaded,16. aili '\(shown)' nelasa neviens apraksts; "
                    + "tās vērtības nav ieskaitītas,no"
            ])
    }

    @Test func `one beside a table whose rows are records is ordinary`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.append(["Informātika"], to: "inbox/vaivari/2018-2019-2/kavejumi.csv", workplace)
        _ = try workplace.report()
        #expect(try Self.findings(workplace) == [])
    }

    @Test func `a source can say that nobody needs them`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.append(["Informātika"], to: Self.marks, workplace)
        let source = "pipelines/sources/vaivari.yaml"
        try workplace.write(
            try workplace.text(source) + "rules: {FIL-025: off}\n", to: source)
        _ = try workplace.report()
        #expect(try Self.findings(workplace) == [])
    }

    private static func append(
        _ columns: [String], to file: String, _ workplace: borrowing Workplace
    ) throws {
        try workplace.editLines(file) { lines in
            for place in lines.indices {
                for column in columns {
                    lines[place] += Array((place == 0 ? ",\(column)" : ",7").utf8)
                }
            }
        }
    }

    private static func findings(_ workplace: borrowing Workplace) throws -> [String] {
        try workplace.text("reports/2018-2019-2/internal/quality.csv")
            .split(whereSeparator: \.isNewline).filter { $0.contains("FIL-025") }.map(String.init)
    }
}
