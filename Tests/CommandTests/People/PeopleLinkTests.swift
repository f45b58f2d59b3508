import Foundation
import Testing

@Suite struct `Links between known people` {
    private static func figures(_ workplace: borrowing Workplace) throws -> [Int?] {
        _ = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        return [summary.keyFigure("participants"), summary.keyFigure("teachers")]
            + summary.schools("participants")
    }

    @Test func `a pupil of two schools is one of the municipality and one of each school`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        #expect(try Self.figures(workplace) == [35, 24, 16, 11, 10])
        let before = try workplace.files(in: "reports")
        let first = try workplace.reference(ofCode: "27060728566")
        let second = try workplace.reference(ofCode: "21020721902")
        #expect(try workplace.decide("link", first, second).code == 0)
        #expect(try Self.figures(workplace) == [34, 24, 16, 11, 10])
        #expect(try workplace.decide("undo", "1").code == 0)
        #expect(try Self.figures(workplace) == [35, 24, 16, 11, 10])
        #expect(try workplace.files(in: "reports") == before)
    }

    @Test func `two codes of one pupil of a school are one participant`() throws {
        let workplace = try Workplace()
        // The list of the second semester has a new code, and so has a consultation.
        var pupils = PeopleInbox.everybody
        pupils[1].code = PeopleInbox.code("3212345678")
        try PeopleInbox.write(pupils, to: workplace)
        #expect(try workplace.participants() == 3)
        let (first, second) = (
            try workplace.reference(of: pupils[1]), try workplace.reference(of: PeopleInbox.anna)
        )
        #expect(
            try workplace.people("list").output == """
                no held record names anybody without a good code
                POSSIBLY ONE PERSON (same name and birth date, different codes):
                    \([first, second].sorted().joined(separator: "  "))

                """)
        #expect(try workplace.decide("link", first, second).code == 0)
        #expect(try workplace.participants() == 4)
        #expect(try workplace.decide("part", second, first).code == 0)
        #expect(try workplace.participants() == 3)
        #expect(
            try workplace.people("list").output
                == "no held record names anybody without a good code\n")
    }

    @Test func `a pupil with a changed surname and the same code is the same pupil`() throws {
        let workplace = try Workplace()
        var pupils = PeopleInbox.everybody
        pupils[3].family = "Liepa"
        try PeopleInbox.write(pupils, to: workplace)
        #expect(try workplace.participants() == 4)
        let found = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["rule"] == "XRC-010" }
        #expect(found.map { [$0["line"], $0["disposition"]] } == [["5", "loaded"]])
        #expect(
            try workplace.people("list").output
                == "no held record names anybody without a good code\n")
    }

    @Test func `two codes of one teacher are one teacher`() throws {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.reference(ofCode: "10106319135")
        let second = try workplace.reference(ofCode: "11128919022")
        #expect(try workplace.decide("link", first, second).code == 0)
        #expect(try Self.figures(workplace) == [35, 23, 16, 11, 10])
        #expect(try workplace.decide("link", first, "P-0000").code == 64)
    }

    @Test func `links reach on, and a circle is refused`() throws {
        let workplace = try Workplace()
        try PeopleInbox.write(PeopleInbox.everybody, to: workplace)
        #expect(try workplace.participants() == 4)
        let people = try PeopleInbox.everybody.map { try workplace.reference(of: $0) }
        #expect(try workplace.decide("link", people[0], people[1]).code == 0)
        #expect(try workplace.decide("link", people[1], people[2]).code == 0)
        let circle = try workplace.decide("link", people[2], people[0])
        #expect(circle.code == 64)
        #expect(
            circle.errors == """
                pumpurs: \(people[2]) and \(people[0]) are one person already; a link in a circle \
                would change nothing

                """)
        let second = try workplace.decide("link", people[3], people[2])
        #expect(
            second.errors == """
                pumpurs: \(people[2]) is linked to \(people[1]) already (decision 2); link \
                \(people[1]), or take the decision back first: people undo 2

                """)
        let part = try workplace.decide("part", people[0], people[2])
        #expect(
            part.errors == """
                pumpurs: \(people[0]) and \(people[2]) are one person by way of others (decisions \
                1, 2); first take back the wrong one with people undo

                """)
        #expect(
            try workplace.people("list", "--known").output.split(separator: "\n")
                .count { $0.hasSuffix("; is \(people[0])") } == 2)
    }

    @Test func `the history keeps what was taken back`() throws {
        let workplace = try Workplace()
        try PeopleInbox.write(PeopleInbox.everybody, to: workplace)
        _ = try workplace.participants()
        #expect(try workplace.people("history").output == "nothing is decided\n")
        let people = try PeopleInbox.everybody.map { try workplace.reference(of: $0) }
        _ = try workplace.decide("link", people[0], people[1])
        _ = try workplace.decide("undo", "1")
        #expect(
            try workplace.people("history").output == """
                1  \(people[1]) is \(people[0]); 2019-10-07 06:00 UTC, clerk: file; TAKEN BACK: \
                2019-10-07 06:00 UTC, clerk: file

                """)
        let again = try workplace.decide("undo", "1")
        #expect(
            again.errors
                == "pumpurs: decision 1 was taken back before; people history shows them\n")
    }

    @Test func `a reason with a personal code is refused, and the code is not repeated`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.people(
            "undo", "1", "--author", "clerk", "--reason", "010107-21230")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.hasPrefix(
                "Error: --reason may hold a personal code, which must not be kept here; write it "
                    + "without"))
        #expect(!outcome.errors.contains("21230"))
        let person = try workplace.decide("link", "010107-21230", "P-1234")
        #expect(
            person.errors == """
                pumpurs: '…' is no reference; write it as people list shows it: P-…, T-… or U-… and \
                four digits at least

                """)
    }
}
