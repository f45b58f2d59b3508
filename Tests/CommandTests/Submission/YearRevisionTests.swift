import Foundation
import Testing

/// A yearly report is never changed: other data make the next revision, which says what is other.
@Suite struct `The next revision of a yearly report` {
    private static let report = "submissions/\(SubmissionWorkplace.yearName)"

    /// Vaivari sends its sessions of the last semester again, without one of them.
    private func correct(_ workplace: borrowing Workplace) throws {
        try workplace.editLines("inbox/vaivari/2019-2020-1/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try workplace.report()
    }

    @Test func `is r02 after a corrected delivery, which names each figure that changed`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try correct(workplace)
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("2019-2020-1: sealed, but the data changed since"))
        // Every number that differs between the two files, compared here line by line.
        var expected: Set<[String]> = []
        for (table, code, parts) in [
            ("indicators", "indicator_code", ["women", "men", "total"]),
            ("reconciliation", "item", ["value"]),
            ("units", "measure_code", ["eligible_sessions", "eligible_units", "other_units"]),
        ] {
            let new = try SubmissionWorkplace.table(table, workplace, revision: "r02")
            for (old, new) in zip(try SubmissionWorkplace.table(table, workplace), new) {
                #expect(old[code] == new[code])
                for part in parts where old[part] != new[part] {
                    expected.insert([
                        table, new[code] ?? "", new["period_type"] ?? "", new["school_code"] ?? "",
                        part, old[part] ?? "", new[part] ?? "",
                    ])
                }
            }
        }
        let said = try SubmissionWorkplace.table("changes", workplace, revision: "r02")
            .filter { $0["compared_with"] == "revision" }
        let names = ["table", "code", "period_type", "school_code", "part", "old", "new"]
        #expect(expected.count > 5)
        #expect(Set(said.map { row in names.map { row[$0] ?? "" } }) == expected)
        #expect(said.allSatisfy { $0["causes"] == "correction" })
        #expect(said.allSatisfy { $0["against"] == SubmissionWorkplace.yearName })
        let report = "\(Self.report.dropLast(3))r02"
        #expect(try SubmissionWorkplace.verify(workplace, report).code == 0)
    }

    @Test func `names the fingerprint of the revision that it takes the place of`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try correct(workplace)
        _ = try SubmissionWorkplace.submitYear(workplace)
        let hash = try workplace.shell("sha256sum \(Self.report)/manifest.json").output.prefix(64)
        let manifest = try workplace.text("\(Self.report.dropLast(3))r02/manifest.json")
        #expect(manifest.contains("\"manifest\" : \"\(hash)\""))
    }

    @Test func `is not compared with a revision that somebody changed`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try correct(workplace)
        _ = try workplace.shell("sed -i '2s/,[0-9]*,/,999,/' \(Self.report)/aggregate/units.csv")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("is not as it was written"))
    }

    @Test func `never uses a revision again, though somebody takes it out of the folder`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try FileManager.default.removeItem(at: workplace.path(Self.report))
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 4)
        #expect(
            outcome.errors
                == "pumpurs: the report \(SubmissionWorkplace.yearName) was written and is not there any "
                + "more, so nobody can say what has changed since; put it back from the backup (its folder "
                + "submissions) or, where there is none, repeat this with --without-earlier: the next "
                + "revision then says itself that it was not compared with it\n")
    }

    @Test(arguments: [
        "rm -r A", "sed -i '2s/,[0-9]*,/,999,/' A/aggregate/units.csv",
        "echo >>A/manifest.json; mv A apart",
    ])
    func `goes on without an earlier one that is lost, and says so itself`(
        command: String
    ) throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let hash = try workplace.shell("sha256sum \(Self.report)/manifest.json").output.prefix(64)
        try correct(workplace)
        _ = try workplace.shell(command.replacing("A", with: Self.report))
        let outcome = try SubmissionWorkplace.submitYear(workplace, "--without-earlier")
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(outcome.output.contains("NOT compared with \(SubmissionWorkplace.yearName)"))
        let report = "\(Self.report.dropLast(3))r02"
        let manifest = try workplace.text("\(report)/manifest.json")
        #expect(manifest.contains("\"manifest\" : \"\(hash)\""))
        #expect(manifest.contains("\"supersededNotCompared\" : true"))
        #expect(try workplace.text("\(report)/README.lv.txt").contains("NAV salīdzināts"))
        #expect(try SubmissionWorkplace.verify(workplace, report).code == 0)
    }

    @Test func `that went on without an earlier one is not written again`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try FileManager.default.removeItem(at: workplace.path(Self.report))
        _ = try SubmissionWorkplace.submitYear(workplace, "--without-earlier")
        let again = try SubmissionWorkplace.submitYear(workplace)
        #expect(again.output.contains("nothing has changed: "), "\(again.errors)")
    }

    @Test func `is compared where an earlier one is there, whatever may be missing`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        try correct(workplace)
        let outcome = try SubmissionWorkplace.submitYear(workplace, "--without-earlier")
        #expect(outcome.output.contains("figures changed since \(SubmissionWorkplace.yearName): "))
    }

    @Test func `is advised to move an emptied folder of an earlier one away`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        _ = try workplace.shell("rm -r \(Self.report)/*")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 4)
        #expect(
            outcome.errors.contains("is empty, so nobody can say what has changed since; move "))
    }

    @Test func `is handed in and listed as any package`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let outcome = try workplace.run(
            "submit", "hand-in", SubmissionWorkplace.yearName, "--by", "A. Clerk", "--receipt",
            "G-1")
        #expect(outcome.code == 0)
        let status = try workplace.run("submit", "status", "--language", "en").output
        #expect(status.contains("\(SubmissionWorkplace.yearName)  handed in A. Clerk, receipt G-1"))
    }
}
