import PupilSupport
import RollupTestSupport
import SupportStore
import Testing

@testable import Rollup

/// What the engine comes to, beside what SQLite says of the same rows.
@Suite struct `Counting for an extract` {
    /// Twenty thousand sessions without any order in their values.
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        for table in ["pupil", "teacher"] {
            try store.execute(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
                INSERT INTO \(table) (id, pseudonym) SELECT i, CAST('\(table)' || i AS BLOB) FROM n
                """)
        }
        try store.execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO session (delivery, line, byte, isHeld, school, semester, pupil, class, teacher,
                measure, subject, date, minutes)
            SELECT 1 + i % 2 * (i % 3 = 0), i, i, i % 11 = 0, 1 + i * 7 % 3, 20181 + i / 7 % 2,
                1 + i * 7919 % 353, CASE WHEN i % 5 > 0 THEN (1 + i * 31 % 12) * 100 + 1 END,
                1 + i * 104729 % 41, 1 + i * 17 % 13, NULL, 20190301, i * 271 % 180
            FROM n
            """)
    }

    private static let sql = """
        SELECT id, school, semester, measure, class / 100 AS level, pupil, teacher, minutes,
            minutes < 40 AS is_short, byte % 700 AS many, pupil * 3000000000 AS vast,
            pupil - 100 AS below
        FROM currentSession
        """

    private static let amounts = [
        ExtractAmount(name: "n", aggregate: .count),
        ExtractAmount(name: "p", aggregate: .countDistinct("pupil")),
        ExtractAmount(name: "t", aggregate: .countDistinct("teacher")),
        ExtractAmount(name: "m", aggregate: .sum("minutes")),
        ExtractAmount(name: "s", aggregate: .countWhere("is_short")),
        ExtractAmount(name: "v", aggregate: .countDistinct("vast")),
        ExtractAmount(name: "b", aggregate: .countDistinct("below")),
    ]

    private static let keys = [
        ["school", "semester"], ["school", "semester", "measure"], ["semester", "level", "school"],
        ["many", "semester"], ["level"], ["many", "measure", "school"],
    ]

    private func tables(_ keys: [[String]], parts: RecordKind?) throws -> [ExtractedTable] {
        let tables = keys.map { columns in
            ExtractTable(
                file: columns.joined(separator: "-"),
                keys: columns.map { ExtractKey(name: $0, column: $0) }, amounts: Self.amounts)
        }
        return try ExtractReading(
            municipality: SmallTown.municipality, vocabularies: SmallTown.vocabularies
        ).tables(
            of: [
                Extract(code: "a", evidence: "a.sql", sql: Self.sql, parts: parts, tables: tables)
            ], in: store.store.reader)
    }

    private func rows(_ table: ExtractedTable) -> [[Int?]] {
        (0..<table.rowCount).map { row in
            table.keys.map { key in
                if case .number(let number) = key.cells[Int(key.places[row])] {
                    number
                } else {
                    nil
                }
            } + table.amounts.map { $0.values[row] }
        }
    }

    private func expected(_ keys: [String]) throws -> [[Int?]] {
        let list = keys.joined(separator: ", ")
        return try store.store.reader.read { snapshot in
            var rows: [[Int?]] = []
            try snapshot.stream(
                sql: """
                    SELECT \(list), COUNT(*), COUNT(DISTINCT pupil), COUNT(DISTINCT teacher), SUM(minutes),
                        SUM(is_short), COUNT(DISTINCT vast), COUNT(DISTINCT below)
                    FROM (\(Self.sql)) GROUP BY \(list) ORDER BY \(list)
                    """
            ) { row in rows.append((0..<keys.count + 7).map(row.integer)) }
            return rows
        }
    }

    @Test(arguments: keys, [nil, RecordKind.session])
    func `gives what SQL gives, by one thread and by two`(
        keys: [String], parts: RecordKind?
    ) throws {
        let table = try #require(try tables([keys], parts: parts).first)
        #expect(try rows(table) == expected(keys))
        #expect(table.rowCount > 1)
    }

    @Test(arguments: [nil, RecordKind.session])
    func `gives the same for a table whatever others are made in the pass`(
        parts: RecordKind?
    ) throws {
        for (table, keys) in zip(try tables(Self.keys, parts: parts), Self.keys) {
            #expect(try rows(table) == expected(keys), "\(keys)")
        }
    }

    @Test(arguments: [5000, 10_000], [nil, RecordKind.session])
    func `stops at the number of rows that the definitions allow, of both threads together`(
        largest: Int, parts: RecordKind?
    ) throws {
        let town = SmallTown.municipality
        let reading = ExtractReading(
            municipality: Municipality(
                code: town.code, board: town.board, project: town.project, schools: town.schools,
                classBands: town.classBands, calendar: town.calendar,
                lowMarkBelow: town.lowMarkBelow, targets: [], expectedDeliveries: [],
                indicatorLimits: IndicatorLimits(querySeconds: 60, queryRows: largest)),
            vocabularies: SmallTown.vocabularies)
        let extract = Extract(
            code: "a", evidence: "a.sql", sql: Self.sql, parts: parts,
            tables: [
                ExtractTable(
                    file: "a", keys: [ExtractKey(name: "k", column: "school")],
                    amounts: Self.amounts)
            ])
        #expect(throws: ExtractProblem(extract: "a", kind: .failed(.rows(largest)))) {
            try reading.tables(of: [extract], in: store.store.reader)
        }
    }

    @Test func `is refused where rows would be in no part, and where parts hold texts`() throws {
        let reading = ExtractReading(
            municipality: SmallTown.municipality, vocabularies: SmallTown.vocabularies)
        let table = ExtractTable(
            file: "a", keys: [ExtractKey(name: "k", column: "k")],
            amounts: [ExtractAmount(name: "n", aggregate: .count)])
        func problem(_ sql: String) -> ExtractProblem? {
            let extract = Extract(
                code: "a", evidence: "a.sql", sql: sql, parts: .session, tables: [table])
            return #expect(throws: ExtractProblem.self) {
                try reading.tables(of: [extract], in: store.store.reader)
            }
        }
        #expect(
            problem("SELECT CASE WHEN id > 9 THEN id END AS id, school AS k FROM session")?.kind
                == .inNoPart(column: "id"))
        #expect(
            problem("SELECT id, 'a' AS k FROM session")?.kind == .holdsText(column: "k"))
    }
}
