import Foundation
import Testing

@Suite struct `Keeping things no longer than the rules say` {
    private func rolledUp(_ more: String = "  inbox_copies_days: 30\n  log_months: 6") throws
        -> Workplace
    {
        try Workplace.rolledUp(retaining: more)
    }

    private func retain(
        _ workplace: borrowing Workplace, asOf day: String, _ more: String = ""
    ) throws -> Workplace.Outcome {
        try workplace.shell(
            "SOURCE_DATE_EPOCH=\(Int.spring2020 + 86_400 * 365) \"$PUMPURS\" retain --as-of \(day) "
                + "--state state --pipelines pipelines --language en \(more)")
    }

    @Test func `before the day nothing would go`() throws {
        let workplace = try rolledUp()
        let outcome = try retain(workplace, asOf: "2019-09-30")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output == """
                would be removed (nothing was changed):
                  names and codes: 0
                  copies of files: 0
                  records of runs: 0
                the data must be kept until 2019-09-30

                """)
    }

    @Test func `the day after names and codes would go, the copies later`() throws {
        let workplace = try rolledUp()
        let vault = try workplace.bytes("state/vault.sqlite")
        let first = try retain(workplace, asOf: "2019-10-01")
        #expect(!first.output.contains("names and codes: 0\n"))
        #expect(first.output.contains("copies of files: 0\n"))
        let second = try retain(workplace, asOf: "2019-10-31")
        #expect(second.output.contains("copies of files: 34\n"), "\(second.output)")
        #expect(try workplace.bytes("state/vault.sqlite") == vault)
    }

    @Test func `applied, the vault is empty and the figures stay`() throws {
        let workplace = try rolledUp()
        let figures = try workplace.figures("2018-2019-2")
        let outcome = try retain(workplace, asOf: "2019-10-01", "--apply --author A")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            try workplace.query("SELECT COUNT(*) FROM pupil", of: "state/vault.sqlite") == "0\n")
        #expect(
            try workplace.query("SELECT identifiers > 0, copies, author FROM retentionSweep")
                == "1|0|A\n")
        _ = try workplace.rollup(at: .spring2020)
        #expect(try workplace.figures("2018-2019-2") == figures)
    }

    @Test
    func `applied later, the copies and the records of runs go, and a report of the past says why`()
        throws
    {
        let workplace = try rolledUp()
        let outcome = try retain(workplace, asOf: "2020-10-31", "--apply --author A")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
        #expect(!(try workplace.files(in: "state/runs").keys.contains("000001.json")))
        let past = try workplace.run(
            "report", "--as-of", "run:1", "--output", "then", "--state", "state", "--language",
            "en")
        #expect(past.code == 74)
        #expect(past.errors.contains("files whose time was over were removed from the archive"))
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code != 74, "\(doctor.output)")
    }

    @Test func `a hold stops everything and is told with 77`() throws {
        let workplace = try rolledUp(
            "  log_months: 1\n  hold: {reason: {lv: tiesvedība, en: proceedings}}")
        let outcome = try retain(workplace, asOf: "2020-10-31", "--apply --author A")
        #expect(outcome.code == 77)
        #expect(
            outcome.output == "the project is on hold, so nothing is removed: proceedings\n")
        #expect(try workplace.query("SELECT COUNT(*) FROM retentionSweep") == "0\n")
    }

    @Test func `without rules nothing goes`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let outcome = try retain(workplace, asOf: "2021-01-01", "--apply --author A")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("names and codes: 0\n"))
    }

    @Test(arguments: [
        ("inbox_copies_days: 30", "DEF-060"), ("retain_until: 2030-12-31", "DEF-061"),
    ])
    func `the lint names rules that say half`(_ rule: String, _ code: String) throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let text = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(
            text + "\nretention:\n  \(rule)\n", to: "pipelines/jurmala.yaml")
        let outcome = try workplace.run("lint", "--pipelines", "pipelines", "--language", "en")
        #expect(outcome.code == 78)
        #expect((outcome.output + outcome.errors).contains(code))
    }
}
