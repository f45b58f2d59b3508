import Foundation
import Testing

/// `pumpurs submit year`: what was reported of a calendar year, complete or said not to be.
@Suite struct `The report of a year` {
    private static let report = "submissions/\(SubmissionWorkplace.yearName)"

    @Test(arguments: [
        "sed -i 2d A/restricted/claims.csv", "rm -r A/*",
        "sed -i 's/\"pupilsSemester\" : 35/\"pupilsSemester\" : 36/' A/manifest.json",
    ])
    func `does not call a semester sealed whose package was altered`(command: String) throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try workplace.shell(command.replacing("A", with: SubmissionWorkplace.package))
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3)
        #expect(
            outcome.output.contains(
                "2018-2019-2: sealed, but the package is not there or not as it was sealed"))
        #expect(try SubmissionWorkplace.verify(workplace, Self.report).code == 0)
    }

    @Test func `whose semesters are not sealed is written, incomplete in every row`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(outcome.output.contains("  2018-2019-2: not sealed; records held back: 44\n"))
        #expect(outcome.output.contains("  2019-2020-1: not sealed; records held back: 9\n"))
        #expect(outcome.output.contains("  INCOMPLETE: figures may grow; due by 2020-01-30\n"))
        for table in ["indicators", "reconciliation", "units", "semesters", "changes"] {
            let rows = try SubmissionWorkplace.table(table, workplace)
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
        let semester = try SubmissionWorkplace.table("semesters", workplace).first {
            $0["semester"] == "2019-2020-1"
        }
        #expect(semester?["deliveries_missing"] == "sloka/support")
    }

    @Test func `is not final where the calendar lacks a semester of the project`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let calendar = try workplace.text("pipelines/jurmala.yaml")
        let first = try #require(calendar.range(of: "  - semester: 2018-2019-2"))
        let last = try #require(calendar.range(of: "  - semester: 2019-2020-1"))
        var lines = calendar
        lines.removeSubrange(first.lowerBound..<last.lowerBound)
        let rest = lines.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("semester: 2018-2019-2,") }
            .joined(separator: "\n")
        let announced = try #require(rest.range(of: "  announced:"))
        let freshness = try #require(rest.range(of: "# A delivery that has not come"))
        try workplace.write(
            rest.replacingCharacters(in: announced.lowerBound..<freshness.lowerBound, with: "\n"),
            to: "pipelines/jurmala.yaml")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(
            outcome.output.contains(
                "  2018-2019-2: not in the calendar, so nothing of it is counted; add it to semesters\n"
            ))
        #expect(try SubmissionWorkplace.verify(workplace, Self.report).code == 0)
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
        let row = try SubmissionWorkplace.table("indicators", workplace).first {
            $0["indicator_code"] == "LV-834-PARTICIPANTS" && $0["school_code"] == "Total"
                && $0["period_type"] == "calendar_year"
        }
        #expect(row?["total"] == "90")
        let sum = try SubmissionWorkplace.table("reconciliation", workplace).first {
            $0["item"] == "sum_of_semesters"
        }
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
        #expect(files.count == 10)
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
        let folders = try workplace.shell("cd \(Self.report) && find . -mindepth 1 -type d | sort")
            .output
        #expect(folders == "./aggregate\n./schemas\n")
        #expect(
            try workplace.text("\(Self.report)/README.lv.txt").contains("Nekas no tā nav publisks.")
        )
        // Nobody is named, so the vault stays shut.
        #expect(try workplace.text("state/access.log") == log)
    }

    @Test func `is compared with the year before, in which nobody was supported`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let changes = try SubmissionWorkplace.table("changes", workplace)
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
}
