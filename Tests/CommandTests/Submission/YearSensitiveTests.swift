import Foundation
import Testing

/// Sensitive answers are counted in a yearly report only when that is asked for.
@Suite struct `Sensitive answers in the report of a year` {
    private static let source = """
        version: 1
        source: atbildes
        name: {lv: Vaivaru pamatskolas atbildes, en: answers of Vaivari Primary School}
        school: vaivari
        check_digit: synthetic
        files:
          - kind: answers
            recognise: {columns: [Kods, Minoritāte, Invaliditāte, Apliecinājums]}
            encoding: utf-8
            format: csv
            csv: {delimiter: ";"}
            records:
              - record: sensitive_answers
                legal_basis: {lv: Regulas 1304/2013 I pielikums, en: Annex I of Regulation 1304/2013}
                fields:
                  pupil: {column: Kods}
                  foreign_minority: {column: Minoritāte}
                  disability: {column: Invaliditāte}
                  other_disadvantaged: {column: Cits}
                  evidence_reference: {column: Apliecinājums}

        """

    /// The samples with the answers of one pupil who was supported.
    private func prepared() throws -> Workplace {
        let workplace = try SubmissionWorkplace.withSamples()
        try workplace.write(Self.source, to: "pipelines/sources/atbildes.yaml")
        let sessions = try workplace.text("inbox/vaivari/2019-2020-1/konsultacijas.csv")
        let first = sessions.split(whereSeparator: \.isNewline)[2]
        let code = try #require(
            first.split(separator: ",").map { String($0) }.first { $0.count == 11 })
        try workplace.write(
            "Kods;Minoritāte;Invaliditāte;Cits;Apliecinājums\r\n\(code);nē;jā;nē;Protokols 12-3/577\r\n",
            to: "inbox/vaivari/atbildes.csv")
        _ = try workplace.report()
        return workplace
    }

    private func disabled(_ workplace: borrowing Workplace, _ revision: String) throws -> String? {
        try SubmissionWorkplace.table("indicators", workplace, revision: revision).first {
            $0["indicator_code"] == "CO16" && $0["period_type"] == "calendar_year"
                && $0["school_code"] == "Total"
        }?["total"]
    }

    @Test func `are zero unless they are asked for, and then a change with its cause`() throws {
        let workplace = try prepared()
        _ = try SubmissionWorkplace.submitYear(workplace)
        #expect(try disabled(workplace, "r01") == "0")
        _ = try SubmissionWorkplace.submitYear(workplace, "--with-sensitive")
        #expect(try disabled(workplace, "r02") == "1")
        let change = try SubmissionWorkplace.table("changes", workplace, revision: "r02").first {
            $0["code"] == "CO16" && $0["compared_with"] == "revision"
        }
        #expect(change?["causes"] == "sensitive")
    }

    @Test func `are read from the vault, and the access log says so`() throws {
        let workplace = try prepared()
        _ = try SubmissionWorkplace.submitYear(workplace, "--with-sensitive")
        let log = try workplace.text("state/access.log")
        #expect(log.contains("submit year"))
    }

    @Test func `have the legal basis of their source in the inventory`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run("inventory", "--language", "en")
        #expect(
            outcome.output.contains("GDPR Art. 9(2): atbildes: Annex I of Regulation 1304/2013"))
    }
}
