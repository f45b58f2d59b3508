import PupilSupport
import RollupTestSupport
import SupportStore
import Testing

/// Findings of the store are handed out one by one, for they may be too many for memory.
@Suite struct `The findings in force` {
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        // Delivery 2 is superseded; 1 is of a semester, 3 of none.
        try store.execute("UPDATE delivery SET semester = 20182 WHERE id = 1")
        try store.execute(
            "INSERT INTO heldRecord (delivery, line, byte, length) VALUES (1, 3, 30, 9)")
    }

    private func add(
        _ rule: String, _ severity: String = "error", delivery: Int = 1, line: Int,
        column: Int? = nil, judged school: Int? = nil
    ) throws {
        let column = column.map(String.init) ?? "NULL"
        let school = school.map(String.init) ?? "NULL"
        try store.execute(
            """
            INSERT INTO finding (delivery, rule, severity, stage, line, byte, columnNumber, recordByte,
                details, judgedSchool)
            VALUES (\(delivery), '\(rule)', '\(severity)', 'field', \(line), \(line * 10), \(column),
                \(line * 10), '{"found":"x\(line)"}', \(school))
            """)
    }

    private func found(_ filter: FindingFilter = FindingFilter()) throws -> [StoredFinding] {
        var findings: [StoredFinding] = []
        try store.store.reader.read { try $0.forEachFinding(filter) { findings.append($0) } }
        return findings
    }

    @Test func `come in the order of files, places, rules and columns`() throws {
        try add("FLD-014", delivery: 3, line: 2, column: 1)
        try add("FLD-014", line: 3, column: 2)
        try add("FLD-014", line: 3, column: 1)
        try add("FLD-002", line: 3, column: 3)
        try add("FLD-002", line: 2, column: 9)
        try add("FLD-002", delivery: 2, line: 1)
        let found = try found()
        #expect(
            found.map { "\($0.delivery) \($0.line) \($0.rule) \($0.column ?? 0)" } == [
                "1 2 FLD-002 9", "1 3 FLD-002 3", "1 3 FLD-014 1", "1 3 FLD-014 2", "3 2 FLD-014 1",
            ])
        #expect(found.map(\.isHeld) == [false, true, true, true, false])
        #expect(found.first?.details == ["found": "x2"])
    }

    @Test func `are as many as are counted, whatever is asked for`() throws {
        for line in 1...4 {
            try add("FLD-014", line: line)
            try add("REC-008", "warning", line: line, judged: line.isMultiple(of: 2) ? 1 : 2)
            try add("REC-008", "note", delivery: 3, line: line)
        }
        func filter(_ change: (inout FindingFilter) -> Void) -> FindingFilter {
            var filter = FindingFilter()
            change(&filter)
            return filter
        }
        let school = SmallTown.municipality.schools[0].code
        let asked: [(FindingFilter, Int)] = [
            (FindingFilter(), 12), (filter { $0.delivery = 3 }, 4),
            (filter { $0.rules = ["REC-008"] }, 8), (filter { $0.rules = [] }, 0),
            (filter { $0.severities = ["error", "warning"] }, 8), (filter { $0.line = 2 }, 3),
            (filter { $0.judgedSchool = school }, 2),
            (filter { $0.semester = SmallTown.semester(2018, 2) }, 12),
            (filter { $0.semester = SmallTown.semester(2019, 1) }, 4),
        ]
        for (filter, count) in asked {
            #expect(try found(filter).count == count, "\(filter)")
            #expect(try store.store.reader.read { try $0.findingCount(filter) } == count)
        }
    }

    @Test func `say whether their record is ignored, where that is asked for`() throws {
        try add("FLD-014", "warning", line: 1)
        try add("XRC-008", "note", line: 1)
        try add("FLD-014", "warning", line: 2)
        try add("FIL-034", "note", line: 9)
        try store.execute("UPDATE finding SET recordByte = NULL, byte = NULL WHERE line = 9")
        var filter = FindingFilter()
        #expect(try found(filter).map(\.isOfIgnored) == [false, false, false, false])
        filter.rulesOfIgnored = ["XRC-008"]
        #expect(try found(filter).map(\.isOfIgnored) == [true, true, false, false])
    }

    @Test func `are read no further than somebody wants them`() throws {
        struct Enough: Error {}
        for line in 1...50 { try add("FLD-014", line: line) }
        var count = 0
        #expect(throws: Enough.self) {
            try store.store.reader.read { snapshot in
                try snapshot.forEachFinding { _ in
                    count += 1
                    if count == 3 { throw Enough() }
                }
            }
        }
        #expect(count == 3)
    }
}
