import Foundation
import Testing

@Suite struct `Refusing to erase` {
    private func rolledUp() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    @Test func `while no day is defined it is refused with 77, and the refusal is recorded`() throws
    {
        let workplace = try rolledUp()
        let outcome = try workplace.erase(Asked.sandis)
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: it may not be erased: the municipality's file has no `retention: "
                + "{retain_until: …}`; the day comes by letter; the refusal is recorded (No. 1)\n")
        #expect(
            try workplace.query(
                """
                SELECT author, ticket, role, outcome, reason, obstacle, requestedAt
                FROM erasureRequest
                """)
                == "A. Kalnina|L-17|pupil|refused|pieprasijums|no_date|\(Int.dayAfter)\n")
        #expect(try workplace.query("SELECT COUNT(*) FROM tombstone") == "0\n")
    }

    @Test func `until the day has passed it is refused`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.retain(until: "2019-10-08")
        _ = try workplace.rollup(at: .october2019)
        let outcome = try workplace.erase(Asked.sandis)
        #expect(outcome.code == 77)
        #expect(outcome.errors.contains("the data must be kept until 2019-10-08"))
        #expect(
            try workplace.query("SELECT obstacle FROM erasureRequest")
                == "retained_until_2019-10-08\n")
    }

    @Test func `a hold has priority over a day that has passed`() throws {
        let workplace = try Workplace.rolledUp(
            retaining: "  hold: {until: 2030-12-31, reason: {lv: tiesvedība, en: proceedings}}")
        let outcome = try workplace.erase(Asked.sandis)
        #expect(outcome.code == 77)
        #expect(outcome.errors.contains("the project is on hold until 2030-12-31"))
    }

    @Test func `a code of nobody ends with 65 and is recorded as such`() throws {
        let workplace = try Workplace.rolledUp()
        let nobody = Asked.Pupil(
            digits: "01010112345", given: "Nekas", family: "Neviens", sheet: "")
        #expect(try workplace.erase(nobody).code == 65)
        #expect(try workplace.query("SELECT outcome FROM erasureRequest") == "unknown\n")
    }

    @Test func `a ticket that names the pupil is refused, and not kept`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.writeCode(Asked.sandis)
        let outcome = try workplace.shell(
            """
            SOURCE_DATE_EPOCH=\(Int.dayAfter) "$PUMPURS" person erase --pupil-code code.txt \
            --author 'A. Kalnina' --reason 'Sandis Gusevs' --ticket 1 --state state --language en
            """)
        #expect(outcome.code == 64)
        #expect(!outcome.errors.contains("Gusevs"))
        #expect(try workplace.query("SELECT COUNT(*) FROM erasureRequest") == "0\n")
    }

    /// A file that cannot be looked into may hold the pupil, who would be back when it is mended.
    @Test(arguments: ["mv state/archive/key.sealed kept", "truncate -s -1 A", "printf x >>A"])
    func `while a file of the archive cannot be read, it is refused and nothing is changed`(
        command: String
    ) throws {
        let workplace = try Workplace.rolledUp()
        let place = try workplace.sealed("inbox/vaivari/2018-2019-2/konsultacijas.csv")
        _ = try workplace.shell(command.replacing("A", with: place))
        let (archive, pupils) = try (
            workplace.files(in: "state/archive"), workplace.query("SELECT COUNT(*) FROM pupil")
        )
        let outcome = try workplace.erase(Asked.sandis)
        #expect(outcome.code == 74)
        #expect(try workplace.files(in: "state/archive") == archive)
        #expect(try workplace.query("SELECT COUNT(*) FROM pupil") == pupils)
    }
}
