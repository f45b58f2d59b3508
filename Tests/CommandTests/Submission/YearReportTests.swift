import Foundation
import Testing

/// `pumpurs submit year`: what was reported of a calendar year, complete or said not to be.
@Suite struct `The report of a year` {
    private static let report = "submissions/\(SubmissionWorkplace.yearName)"

    private func table(
        _ table: String, _ workplace: borrowing Workplace, revision: String = "r01"
    ) throws -> [[String: String]] {
        rows(
            of: try workplace.text(
                "\(Self.report.dropLast(3))\(revision)/aggregate/\(table).csv"))
    }

    @Test func `whose semesters are not sealed is written, incomplete in every row`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(outcome.output.contains("  2018-2019-2: not sealed; records held back: 44\n"))
        #expect(outcome.output.contains("  2019-2020-1: not sealed; records held back: 9\n"))
        #expect(outcome.output.contains("  INCOMPLETE: figures may grow; due by 2020-01-30\n"))
        for table in ["indicators", "reconciliation", "units", "semesters", "changes"] {
            let rows = try self.table(table, workplace)
            #expect(!rows.isEmpty)
            #expect(rows.allSatisfy { $0["report_state"] == "incomplete" }, "\(table)")
        }
        #expect(try SubmissionWorkplace.verify(workplace, Self.report).code == 0)
    }

    @Test func `names a file that has not come`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path("inbox/sloka/2019-2020-1"))
        _ = try workplace.report()
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("2019-2020-1: not sealed; not delivered: sloka/support"))
        let semester = try table("semesters", workplace).first { $0["semester"] == "2019-2020-1" }
        #expect(semester?["deliveries_missing"] == "sloka/support")
    }

    @Test func `whose semesters are sealed is final, and verified`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(
            outcome.output.contains("  2019-2020-1: sealed \(SubmissionWorkplace.lastName)"))
        #expect(outcome.output.contains("  complete; due by 2020-01-30\n"))
        let verified = try SubmissionWorkplace.verify(workplace, Self.report)
        #expect(verified.output == "all 9 checks passed\n")
    }

    @Test func `gives every figure that an independent count of the records gives`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let script = Workplace.repository.appending(path: "Tests/Oracle/recount_year.py").path
        let outcome = try workplace.shell(
            "python3 '\(script)' \(Self.report) submissions/\(SubmissionWorkplace.lastName)")
        #expect(outcome.code == 0, "\(outcome.output.suffix(600))\(outcome.errors)")
        let last = outcome.output.split(separator: "\n").last ?? ""
        #expect(last.hasSuffix(" figures compared, 0 differ"))
    }

    @Test func `counts 90 participants of 2019, each once`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let row = try table("indicators", workplace).first {
            $0["indicator_code"] == "LV-834-PARTICIPANTS" && $0["school_code"] == "Total"
                && $0["period_type"] == "calendar_year"
        }
        #expect(row?["total"] == "90")
        let sum = try table("reconciliation", workplace).first { $0["item"] == "sum_of_semesters" }
        #expect(sum?["value"] == "102")
    }

    @Test func `made twice from the same state has the same bytes`() throws {
        let first = try SubmissionWorkplace.withSealedYear()
        let second = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(first)
        _ = try second.run(
            at: .spring2020 + 86_400 * 200, "report", "--inbox", "inbox", "--language", "en")
        _ = try SubmissionWorkplace.submitYear(second)
        let files = try first.files(in: Self.report)
        #expect(files.count == 9)
        #expect(try second.files(in: Self.report) == files)
    }

    @Test func `asked for again is not written again`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.output.hasSuffix("nothing has changed: \(Self.report)\n"))
        let names = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("submissions").path)
        #expect(names.count { $0.contains("_2019_r") } == 1)
    }

    @Test func `is for the authorities: nobody else may read it, and nothing of it is public`()
        throws
    {
        let workplace = try SubmissionWorkplace.withSealedYear()
        let log = try workplace.text("state/access.log")
        _ = try SubmissionWorkplace.submitYear(workplace)
        let modes = try workplace.shell(
            "cd \(Self.report) && find . -type d ! -perm 0700; find . -type f ! -perm 0600")
        #expect(modes.output.isEmpty, "\(modes.output)")
        let folders = try workplace.shell("cd \(Self.report) && find . -mindepth 1 -type d").output
        #expect(folders == "./aggregate\n")
        #expect(
            try workplace.text("\(Self.report)/README.lv.txt").contains("Nekas no tā nav publisks.")
        )
        // Nobody is named, so the vault stays shut.
        #expect(try workplace.text("state/access.log") == log)
    }

    @Test func `is compared with the year before, in which nobody was supported`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let changes = try table("changes", workplace)
        #expect(changes.allSatisfy { $0["compared_with"] == "previous_year" })
        let row = changes.first {
            $0["code"] == "LV-834-PARTICIPANTS" && $0["school_code"] == "Total"
                && $0["part"] == "total"
        }
        #expect(row?["against"] == "2018")
        #expect(row?["old"] == "0")
        #expect(row?["new"] == "90")
        #expect(row?["causes"] == "not_begun")
    }

    // MARK: - Revisions

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
            let new = try self.table(table, workplace, revision: "r02")
            for (old, new) in zip(try self.table(table, workplace), new) {
                #expect(old[code] == new[code])
                for part in parts where old[part] != new[part] {
                    expected.insert([
                        table, new[code] ?? "", new["period_type"] ?? "", new["school_code"] ?? "",
                        part, old[part] ?? "", new[part] ?? "",
                    ])
                }
            }
        }
        let said = try table("changes", workplace, revision: "r02")
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
        #expect(outcome.code == 65)
        #expect(outcome.errors == "pumpurs: there is no package \(SubmissionWorkplace.yearName)\n")
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

    // MARK: - Before the end of the year

    @Test func `is refused before the year has ended`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .october2019, "submit", "year", "2019", "--language", "en")
        #expect(outcome.code == 4)
        #expect(
            outcome.errors
                == "pumpurs: the year 2019 has not ended; its report is due by 2020-01-30, "
                + "and is written before only with --preliminary\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("submissions").path))
    }

    @Test func `is preliminary in its name and in every file when it is asked for before`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .october2019, "submit", "year", "2019", "--preliminary", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let name = "\(SubmissionWorkplace.yearName)_preliminary"
        let files = try workplace.files(in: "submissions/\(name)")
        #expect(files.count == 9)
        for (file, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("preliminary") || text.contains("PROVIZORISKS"), "\(file)")
        }
        let sums = try workplace.shell("cd submissions/\(name) && sha256sum -c SHA256SUMS")
        #expect(sums.code == 0, "\(sums.errors)")
        #expect(try SubmissionWorkplace.verify(workplace, "submissions/\(name)").code == 0)
    }

    @Test func `takes the place of the preliminary one as the next revision`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.run(at: .october2019, "submit", "year", "2019", "--preliminary")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.output.hasPrefix("pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r02\n"))
    }

    @Test func `of a year without semesters is not made`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run("submit", "year", "2017", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("nothing of the semesters of 2017"))
    }
}
