import Foundation
import Testing

/// `pumpurs doctor` tells when the report of a year is due, and when it is late.
@Suite struct `The duty to report a year` {
    /// 15 January 2020, noon in Latvia.
    private static let january2020 = 1_579_082_400
    /// 30 January 2020, noon in Latvia.
    private static let lastDay = 1_580_378_400
    /// 31 January 2020, noon in Latvia.
    private static let dayAfter = 1_580_464_800

    private func said(
        of year: String = "2019", at moment: Int, in workplace: borrowing Workplace,
        language: String = "en"
    ) throws -> [String] {
        try workplace.run(at: moment, "doctor", "--language", language).output
            .split(separator: "\n").map(String.init)
            .filter { $0.contains("report of \(year)") || $0.contains("\(year). gada pārskats") }
    }

    @Test func `is told from 1 January, with what is missing still`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        #expect(
            try said(at: Self.january2020, in: workplace) == [
                "warning: the report of 2019 is due by 2020-01-30 and there is none in submissions; no package is sealed with these data: "
                    + "2019-2020-1; pumpurs submit year 2019 makes it"
            ])
    }

    @Test func `names files that have not come`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path("inbox/sloka/2019-2020-1"))
        _ = try workplace.report()
        let line = try said(at: Self.january2020, in: workplace).first ?? ""
        #expect(line.contains("; not delivered: 2019-2020-1 sloka/support; "))
    }

    @Test func `is due on the last day and late on the next, in Latvian too`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        #expect(
            try said(at: Self.lastDay, in: workplace) == [
                "warning: the report of 2019 is due by 2020-01-30 and there is none in submissions; "
                    + "pumpurs submit year 2019 makes it"
            ])
        #expect(
            try said(at: Self.dayAfter, in: workplace, language: "lv") == [
                "kļūda: 2019. gada pārskats nokavēts: tas bija jāiesniedz līdz 30.01.2020., bet mapē "
                    + "submissions tā nav; to izveido "
                    + "pumpurs submit year 2019"
            ])
    }

    @Test func `does not begin before the year has ended`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        #expect(try said(at: .october2019, in: workplace).isEmpty)
    }

    @Test func `ends when the report is written`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try SubmissionWorkplace.submitYear(workplace)
        #expect(try said(at: Self.dayAfter, in: workplace).isEmpty)
    }

    @Test func `does not end with a preliminary one`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.run(at: .october2019, "submit", "year", "2019", "--preliminary")
        #expect(
            try said(at: Self.dayAfter, in: workplace).first?.contains(
                "and there is only a preliminary one in submissions: "
                    + "\(SubmissionWorkplace.yearName)_preliminary; ") == true)
    }

    @Test func `is not there for a year in which nobody was supported`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        #expect(try said(of: "2018", at: Self.dayAfter, in: workplace).isEmpty)
    }

    @Test func `is told again when an incomplete one lacks nothing any more`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try SubmissionWorkplace.submitYear(workplace)
        #expect(try said(at: Self.dayAfter, in: workplace).isEmpty)
        for rule in SubmissionWorkplace.warnings {
            _ = try workplace.run(
                "submit", "acknowledge", rule, "--semester", "2019-2020-1", "--author", "A. Clerk",
                "--reason", "Seen with the school", "--language", "en")
        }
        _ = try workplace.run("submit", "2019-2020-1", "--language", "en")
        let lines = try workplace.run(at: Self.dayAfter, "doctor", "--language", "en").output
        #expect(
            lines.contains(
                "error: the report \(SubmissionWorkplace.yearName) is incomplete, and nothing is missing any "
                    + "more; pumpurs submit year 2019 makes the final one\n"), "\(lines)")
    }

    @Test(arguments: [
        ("rm -r A", "was written and is not in the folder submissions; put it back"),
        ("rm -r A/*", "the folder of the report"),
        ("sed -i 2d A/aggregate/units.csv", "is not as it was written; put it back"),
        ("rm -r submissions", "was written and is not in the folder submissions; put it back"),
    ])
    func `tells of a report that is lost or altered`(command: String, words: String) throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        let name = SubmissionWorkplace.yearName
        _ = try workplace.shell(command.replacing("A", with: "submissions/\(name)"))
        let lines = try workplace.run(at: Self.dayAfter, "doctor", "--language", "en").output
            .split(separator: "\n").filter { $0.contains(name) }
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("error: ") == true)
        #expect(lines.first?.contains(words) == true, "\(lines)")
    }
}
