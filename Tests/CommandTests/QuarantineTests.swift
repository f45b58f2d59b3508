import Foundation
import Testing

@Suite struct `What is held back, listed` {

    private func sampled() throws -> Workplace { try Preparation.reported.copy() }

    @Test func `the list has the held records of a school and of nobody else`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run(
            "quarantine", "list", "--school", "sloka", "--format", "csv")
        let schools = Set(rows(of: outcome.output).map { $0["school_code"] })
        #expect(schools == ["sloka"])
    }

    @Test func `the list has as many records as the report holds back`() throws {
        let workplace = try sampled()
        let list = try JSONSerialization.jsonObject(
            with: Data(try workplace.run("quarantine", "list", "--format", "json").output.utf8))
        let records = (list as? [String: Any])?["records"] as? [[String: Any]] ?? []
        let files = ["2018-2019-1", "2018-2019-2", "2019-2020-1"].flatMap { semester in
            (try? workplace.text("reports/\(semester)/internal/quality.csv")).map(rows) ?? []
        }.filter { $0["entry"] == "file" }
        let held = Dictionary(
            files.map { ($0["file"] ?? "", Int($0["records_held_back"] ?? "") ?? 0) },
            uniquingKeysWith: { $1 })
        #expect(records.count == held.values.reduce(0, +))
    }

    @Test func `the text ends with the counts of each rule`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run(
            "quarantine", "list", "--school", "sloka", "--rule", "FLD-002", "--language", "en")
        #expect(outcome.code == 0)
        #expect(
            outcome.output.hasSuffix(
                """

                records: 1
                  FLD-002  1
                how to mend a record: pumpurs quarantine show NUMBER

                """))
    }

    @Test func `a rule that nobody knows is a fault of the command line`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run(
            "quarantine", "list", "--rule", "FLD-999", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors == "pumpurs: there is no rule 'FLD-999'; `pumpurs rules` lists all\n")
    }

    @Test func `a school that nobody knows is a fault of the command line`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run("quarantine", "list", "--school", "kauguri")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: skolas 'kauguri' pašvaldības aprakstā nav; ir: jaundubulti, sloka, "
                + "vaivari; norādiet vienu no tām ar --school\n")
    }

    @Test func `without a store the command says where it looked`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.run("quarantine", "list", "--language", "en")
        #expect(outcome.code == 66)
        #expect(
            outcome.errors
                == "pumpurs: there is no store state/pumpurs.sqlite; run pumpurs report or pumpurs "
                + "import first, or name another folder with --state\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state").path))
    }

    // MARK: - One record

    private func first(_ workplace: borrowing Workplace, _ rule: String) throws -> [String: String]
    {
        try #require(
            rows(
                of: try workplace.run(
                    "quarantine", "list", "--rule", rule, "--format", "csv"
                ).output
            ).first { $0["rule"] == rule })
    }

    @Test func `a record shows what is wrong, how to mend it, and since when it is held`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.shell("SOURCE_DATE_EPOCH=1570438800 \"$PUMPURS\" report --inbox inbox")
        let held = try first(workplace, "REC-011")
        let outcome = try workplace.run("quarantine", "show", held["id"] ?? "", "--language", "en")
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                \(held["id"] ?? "")  jaundubulti/2018-2019-2/kavejumi.csv:12
                  held back
                  first held back 2019-10-07T12:00:00+03:00 (run 1)
                  times that it was judged and held back: 1
                  jaundubulti, 2018-2019-2, absences

                jaundubulti/2018-2019-2/kavejumi.csv:12:4 (Attaisnotās stundas): error: 38 lessons \
                are justified but only 33 were missed [REC-011]
                  help: check both numbers

                """)
    }

    @Test func `the source text is shown only where it is asked for`() throws {
        let workplace = try sampled()
        let held = try first(workplace, "REC-011")
        let line = String(
            decoding: try workplace.lines("inbox/jaundubulti/2018-2019-2/kavejumi.csv")[11],
            as: UTF8.self)
        let plain = try workplace.run("quarantine", "show", held["id"] ?? "")
        #expect(!plain.output.contains(line))
        let raw = try workplace.run("quarantine", "show", held["id"] ?? "", "--raw")
        #expect(raw.output.hasSuffix("\n\(line)\n"))
    }

    @Test func `the source text of an element is the element`() throws {
        let workplace = try sampled()
        let rows = rows(
            of: try workplace.run(
                "quarantine", "list", "--school", "sloka", "--rule", "FLD-002", "--format", "csv"
            ).output)
        let raw = try workplace.run("quarantine", "show", rows[0]["id"] ?? "", "--raw")
        let element = raw.output.split(separator: "\n\n").last.map(String.init) ?? ""
        let byte = try #require(Int(rows[0]["byte"] ?? ""))
        let file = try workplace.bytes("inbox/\(rows[0]["file"] ?? "")")
        let length = element.utf8.count - 1
        #expect(element.hasPrefix("<"))
        #expect(Array(element.utf8.prefix(length)) == Array(file[byte..<(byte + length)]))
    }

    @Test func `a number that no record has is told as such`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run("quarantine", "show", "99999", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: there is no record with the number 99999; `pumpurs quarantine list "
                + "--ended` shows the numbers\n")
    }

    // MARK: - The export

    @Test func `the export is its owner's alone and has no source text`() throws {
        let workplace = try sampled()
        #expect(try workplace.run("quarantine", "export", "--output", "held.csv").code == 0)
        let mode =
            try FileManager.default.attributesOfItem(
                atPath: workplace.path("held.csv").path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try rows(of: workplace.text("held.csv")).allSatisfy { $0["raw"] == nil })
    }

    @Test func `the export has the source texts where they are asked for`() throws {
        let workplace = try sampled()
        _ = try workplace.run("quarantine", "export", "--output", "held.csv", "--raw")
        #expect(try rows(of: workplace.text("held.csv")).allSatisfy { $0["raw"]?.isEmpty == false })
    }

    @Test func `an export that cannot be written leaves the old one`() throws {
        let workplace = try sampled()
        let outcome = try workplace.run(
            "quarantine", "export", "--output", "nowhere/held.csv", "--language", "en")
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: nowhere/held.csv: it cannot be written: No such file or directory; give "
                + "the right to write and free space, or name another folder\n")
    }
}
