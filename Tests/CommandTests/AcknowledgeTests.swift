import Foundation
import Testing

@Suite struct `Warnings that somebody accepts` {
    private static let sessions = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
    private static let shown = "jaundubulti/2018-2019-2/konsultacijas.csv"

    private func sampled() throws -> Workplace { try Preparation.reported.copy() }

    /// Accepts the warning of the session on a holiday in line 86.
    private func accept(
        _ workplace: borrowing Workplace, _ more: String = ""
    ) throws -> Workplace.Outcome {
        try workplace.shell(
            """
            "$PUMPURS" quarantine acknowledge --rule REC-008 --file \(Self.shown) --line 86 \
            --author "A. Kalna" --reason "a Saturday of work" --language en \(more)
            """)
    }

    private func warnings(_ workplace: borrowing Workplace, _ setting: String = "") throws
        -> [[String: String]]
    {
        rows(
            of: try workplace.shell(
                "\(setting) \"$PUMPURS\" quarantine list --warnings --format csv --language en"
            ).output)
    }

    private func state(_ workplace: borrowing Workplace, line: Int = 86, _ setting: String = "")
        throws -> String?
    {
        try warnings(workplace, setting).first {
            $0["rule"] == "REC-008" && $0["file"] == Self.shown && $0["line"] == "\(line)"
        }?["state"]
    }

    @Test func `an accepted warning is marked in the quality file and on the page`() throws {
        let workplace = try sampled()
        #expect(try accept(workplace).code == 0)
        _ = try workplace.report(language: "lv")
        let folder = "reports/2018-2019-2/internal"
        let marked = rows(of: try workplace.text("\(folder)/quality.csv")).filter {
            $0["acknowledged"] == "yes"
        }
        #expect(marked.map { "\($0["rule"] ?? "") \($0["line"] ?? "")" } == ["REC-008 86"])
        #expect(
            try workplace.text("\(folder)/report.html").contains(
                "<caption>Pārbaudīts un pieņemts</caption>"))
        #expect(!marked.contains { $0.values.contains { $0.contains("Kalna") } })
    }

    @Test func `the list says who accepted it, why and until when`() throws {
        let workplace = try sampled()
        _ = try accept(workplace, "--expires 2099-12-31")
        let warning = try #require(try warnings(workplace).first { $0["line"] == "86" })
        #expect(warning["state"] == "acknowledged")
        #expect(warning["author"] == "A. Kalna")
        #expect(warning["reason"] == "a Saturday of work")
        #expect(warning["expires_on"] == "2099-12-31")
        #expect(try warnings(workplace).filter { $0["state"] == "open" }.count == 9)
    }

    @Test func `the name of a warning serves as well as its place`() throws {
        let workplace = try sampled()
        let id = try #require(try warnings(workplace).first { $0["line"] == "86" }?["id"])
        let outcome = try workplace.run(
            "quarantine", "acknowledge", id, "--author", "A", "--reason", "B")
        #expect(outcome.output == "pieņemts: \(id)\n")
        #expect(try state(workplace) == "acknowledged")
    }

    @Test func `it holds when other records of the file change`() throws {
        let workplace = try sampled()
        _ = try accept(workplace)
        try workplace.editLines(Self.sessions) { $0.remove(at: 4) }
        _ = try workplace.report()
        #expect(try state(workplace, line: 85) == "acknowledged")
    }

    @Test func `it is open again when the record changes`() throws {
        let workplace = try sampled()
        _ = try accept(workplace)
        try workplace.editLines(Self.sessions) { lines in
            let text = String(decoding: lines[85].map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
            #expect(text.hasSuffix(";"))
            lines[85] += Array("n".utf8)
        }
        _ = try workplace.report()
        #expect(try state(workplace) == "open")
    }

    @Test func `it is open again when its last day is over`() throws {
        let workplace = try sampled()
        _ = try accept(workplace, "--expires 2099-12-31")
        #expect(try state(workplace, "SOURCE_DATE_EPOCH=4102401600") == "acknowledged")
        #expect(try state(workplace, "SOURCE_DATE_EPOCH=4102574400") == "expired")
    }

    @Test func `it holds when the file is read again under other definitions`() throws {
        let workplace = try sampled()
        _ = try accept(workplace)
        let name = "pipelines/vocabularies/measures.yaml"
        try workplace.write(
            try workplace.text(name).replacing("aliases: [IK,", with: "aliases: [XYZ, IK,"),
            to: name)
        _ = try workplace.run("quarantine", "replay")
        #expect(try state(workplace) == "acknowledged")
    }

    @Test func `it is withdrawn with the same care`() throws {
        let workplace = try sampled()
        _ = try accept(workplace)
        #expect(try accept(workplace, "--withdraw").code == 0)
        #expect(try state(workplace) == "open")
        let again = try accept(workplace, "--withdraw")
        #expect(again.code == 64)
        #expect(
            again.errors
                == "pumpurs: this warning is not acknowledged, so there is nothing to withdraw; "
                + "`pumpurs quarantine list --warnings` shows those that are\n")
    }

    @Test func `it is not in the letter`() throws {
        let workplace = try sampled()
        _ = try accept(workplace)
        _ = try workplace.run("letter", "--school", "jaundubulti", "--semester", "2018-2019-2")
        let letter = try workplace.text("reports/letters/jaundubulti/2018-2019-2.csv")
        #expect(!letter.contains("konsultacijas.csv,86,"))
        #expect(letter.contains("konsultacijas.csv,113,"))
    }

    @Test(arguments: [
        "--rule FLD-002 --file \(shown) --line 17", "12",
    ])
    func `an error cannot be accepted`(selector: String) throws {
        let workplace = try sampled()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" quarantine acknowledge \(selector) --author A --reason B --language en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: this is an error, and an error cannot be accepted: its record does not "
                + "count until the school has mended it; where the definition is wrong, mend that and "
                + "run `pumpurs quarantine replay`\n")
    }

    @Test func `a warning that is not there is told as such`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run(
            "quarantine", "acknowledge", "w0000000000", "--author", "A", "--reason", "B",
            "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: there is no such warning; `pumpurs quarantine list --warnings` shows the "
                + "warnings and their names\n")
    }

    @Test(arguments: [["--author", " ", "--reason", "B"], ["--author", "A", "--reason", ""]])
    func `author and reason must say something`(options: [String]) throws {
        let workplace = try Workplace()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" quarantine acknowledge w1 "
                + options.map { "'\($0)'" }.joined(separator: " "))
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("ir tukšs; ierakstiet to"))
    }

    @Test func `a day that is over is no day until which it could hold`() throws {
        let workplace = try sampled()
        let outcome = try accept(workplace, "--expires 2019-01-01")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: --expires 2019-01-01 is over already; name a day that is not\n")
    }
}
