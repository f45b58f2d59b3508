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
        #expect(try said(at: Self.dayAfter, in: workplace).count == 1)
    }

    @Test func `is not there for a year in which nobody was supported`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        #expect(try said(of: "2018", at: Self.dayAfter, in: workplace).isEmpty)
    }
}
