import Foundation
import Testing

/// `pumpurs inventory`: which data of people stand where, from the schema itself.
@Suite struct `The inventory of personal data` {
    private func inventory(_ more: String...) throws -> Workplace.Outcome {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        return try workplace.run(list: ["inventory"] + more)
    }

    /// What is said when one text of the inventory is replaced.
    private func faults(_ old: String, _ new: String, command: String = "inventory") throws
        -> String
    {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let file = "pipelines/privacy/inventory.yaml"
        let text = try workplace.text(file)
        try #require(text.components(separatedBy: old).count == 2)
        try workplace.write(text.replacing(old, with: new), to: file)
        let outcome = try workplace.run(command, "--language", "en")
        #expect(outcome.code == 78)
        #expect(outcome.output.isEmpty)
        return outcome.errors
    }

    @Test func `of the repository is the document that is published`() throws {
        let outcome = try inventory("--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let file = Workplace.repository.appending(path: "docs/data-inventory.md")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(outcome.output.utf8).write(to: file)
        }
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == outcome.output)
    }

    @Test func `has a line for each column of a store that the program has made`() throws {
        let workplace = try Preparation.reported.copy()
        let csv = try workplace.run("inventory", "--format", "csv").output
        for (area, file) in [("store", "state/pumpurs.sqlite"), ("vault", "state/vault.sqlite")] {
            let said = csv.split(separator: "\n").filter { $0.hasPrefix("\(area),") }
                .map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
            let script = """
                import sqlite3
                c = sqlite3.connect('\(file)')
                for (t,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
                    if not t.startswith('sqlite_'):
                        for row in c.execute(f'PRAGMA table_info({t})'):
                            print('\(area)', t, row[1], sep=',')
                """
            try workplace.write(script, to: "columns.py")
            let there = try workplace.shell("python3 columns.py").output
                .split(separator: "\n").map(String.init)
            #expect(there.count > 10)
            #expect(Set(said) == Set(there))
        }
    }

    @Test func `has a line for each column of the restricted tables of a package`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let csv = try workplace.run("inventory", "--format", "csv").output
        let folder = "\(SubmissionWorkplace.package)/restricted"
        for file in try FileManager.default.contentsOfDirectory(
            atPath: workplace.path(folder).path) where file.hasSuffix(".csv")
        {
            let header = try workplace.text("\(folder)/\(file)").prefix { $0 != "\n" }
            for column in header.split(separator: ",") {
                #expect(csv.contains("\npackage,\(file.dropLast(4)),\(column),"))
            }
        }
    }

    @Test func `leaves no purpose, basis, recipient or retention of personal data unsaid`() throws {
        let lines = try inventory("--format", "csv", "--language", "en").output
            .split(separator: "\n").dropFirst()
        #expect(lines.count > 400)
        for line in lines where !line.contains(",not about a person,") {
            #expect(!line.contains(",–,"), "\(line)")
        }
        #expect(lines.allSatisfy { !$0.contains(",,") && !$0.hasSuffix(",") })
    }

    @Test func `says what the controller has not named yet`() throws {
        let text = try inventory("--language", "en").output
        #expect(
            text.contains(
                "no day is set; it is to be named by the controller (retention: retain_until)"))
        #expect(text.contains("the basis is to be named by the controller"))
    }

    @Test func `takes the day and its basis from the municipality's rules of retention`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let text = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(
            text
                + "\nretention: {retain_until: 2030-12-31, basis: {lv: Vēstule 1, en: Letter 1}}\n",
            to: "pipelines/jurmala.yaml")
        let outcome = try workplace.run("inventory", "--language", "en")
        #expect(outcome.output.contains("until 2030-12-31 (Letter 1)"))
    }

    @Test(arguments: ["inventory", "lint"])
    func `names columns that nothing is said of, with the line of their table`(
        command: String
    ) throws {
        let faults = try faults(
            "attainment: [missedLessons, justifiedLessons]", "attainment: [missedLessons]",
            command: command)
        #expect(faults.contains("[DEF-062]"), "\(faults)")
        #expect(
            faults.contains(
                "nothing says what these columns of 'absence' are kept for: justifiedLessons"))
        let place = faults.split(separator: ":").dropFirst().prefix(2).compactMap { Int($0) }
        #expect(place.count == 2)
    }

    @Test func `names a column that there is not, and what was probably meant`() throws {
        let faults = try faults(
            "outcome: [outcome, continuation, recordedOn]\n    session:",
            "outcome: [outcome, continuaton, recordedOn]\n    session:")
        #expect(faults.contains("continuaton"))
        #expect(faults.contains("did you mean 'continuation'?"))
    }

    @Test func `names a table that there is not`() throws {
        let faults = try faults("    staleDelivery:", "    stalDelivery:")
        #expect(faults.contains("'stalDelivery'"))
        #expect(faults.contains("did you mean 'staleDelivery'?"))
    }

    @Test func `names a column that identifies somebody and is said not to`() throws {
        let faults = try faults(
            "name: [given_name, family_name]}", "place: [given_name, family_name]}")
        #expect(faults.contains("'given_name' identifies a person, but 'place' does not say so"))
        #expect(faults.contains("[DEF-063]"))
    }

    @Test func `is asked for by its own command alone, so other definitions need none`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try FileManager.default.removeItem(at: workplace.path("pipelines/privacy"))
        let lint = try workplace.run("lint", "--language", "en")
        #expect(lint.code == 0)
        #expect(
            lint.errors.hasPrefix("pipelines/privacy/inventory.yaml: there is no such file, though")
        )
        let outcome = try workplace.run("inventory", "--language", "en")
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("the file 'privacy/inventory.yaml' is missing"))
    }

    @Test func `is no part of the fingerprint of the definitions`() throws {
        let workplace = try Preparation.reported.copy()
        let before = try workplace.files(in: "reports")
        let file = "pipelines/privacy/inventory.yaml"
        try workplace.write(try workplace.text(file) + "\n# a word\n", to: file)
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") == before)
    }
}
