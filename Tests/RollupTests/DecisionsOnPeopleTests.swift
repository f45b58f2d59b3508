import PupilSupport
import RollupTestSupport
import SupportStore
import Testing

@Suite struct `Decisions in the store` {
    private static let clerk = PeopleDecision.Signature(
        author: "clerk", reason: "file", moment: 1_570_428_000)

    /// A store in which two pupils have a session each.
    private static func twoPupils() throws -> SmallStore {
        let small = try SmallStore()
        for pupil in [1, 2] {
            try small.add(
                "session",
                [
                    "pupil": pupil, "teacher": 9, "semester": 20182, "date": 20_190_211,
                    "minutes": 45,
                ],
                terms: ["measure": ("measures", "psychologist")], school: "sloka")
        }
        return small
    }

    private static func reference(_ name: String) throws -> PersonReference {
        let digits = name.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return try #require(PersonReference("P-" + digits.joined()))
    }

    private static func link(in small: SmallStore) throws -> PeopleDecision {
        try small.store.link(
            try reference("pupil1"), try reference("pupil2"), by: clerk, judge: { _, _ in })
    }

    private static func pupils(_ store: SupportStore) throws -> [Int?] {
        try store.reader.read { snapshot in
            var pupils: [Int?] = []
            try snapshot.stream(sql: "SELECT pupil FROM currentSession ORDER BY id") {
                pupils.append($0.integer(0))
            }
            return pupils
        }
    }

    @Test func `a link touches the schools and semesters of both, and facts keep their keys`()
        throws
    {
        let small = try Self.twoPupils()
        #expect(try Self.pupils(small.store) == [1, 2])
        _ = try Self.link(in: small)
        #expect(try Self.pupils(small.store) == [1, 1])
        let kept = try small.store.reader.read { snapshot in
            var pupils: [Int?] = []
            try snapshot.stream(sql: "SELECT pupil FROM session ORDER BY id") {
                pupils.append($0.integer(0))
            }
            return pupils
        }
        #expect(kept == [1, 2])
        _ = try small.store.undo(decision: 1, by: Self.clerk, judge: { _, _ in })
        #expect(try Self.pupils(small.store) == [1, 2])
    }

    @Test func `what cannot be judged is not decided`() throws {
        struct Unjudged: Error {}
        let small = try Self.twoPupils()
        #expect(throws: Unjudged.self) {
            _ = try small.store.link(
                try Self.reference("pupil1"), try Self.reference("pupil2"), by: Self.clerk,
                judge: { touched, _ in
                    #expect(touched.map(\.semester.code) == ["2018-2019-2"])
                    throw Unjudged()
                })
        }
        #expect(try small.store.peopleDecisions().isEmpty)
        #expect(try Self.pupils(small.store) == [1, 2])
    }

    @Test func `decisions that held after a run count in another store`() throws {
        let small = try Self.twoPupils()
        _ = try Self.link(in: small)
        let copy = try Self.twoPupils()
        try copy.store.adopt(try small.store.peopleDecisions(heldAfter: 0))
        #expect(try Self.pupils(copy.store) == [1, 1])
        #expect(try copy.store.checkReferences() == small.store.checkReferences())
        _ = try small.store.undo(decision: 1, by: Self.clerk, judge: { _, _ in })
        #expect(try small.store.peopleDecisions(heldAfter: 0).isEmpty)
    }
}
