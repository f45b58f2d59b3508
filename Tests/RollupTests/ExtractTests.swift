import PupilSupport
import RollupTestSupport
import SupportStore
import Testing

@testable import Rollup

@Suite struct `An extract` {
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        try store.fillWithScenario()
    }

    private static let sessions = """
        SELECT id, school, semester, measure, class / 100 AS level, pupil, teacher, minutes,
            minutes > 35 AS is_long, subject
        FROM currentSession
        """

    private func tables(
        _ sql: String = sessions, by keys: [ExtractKey], _ amounts: [ExtractAmount],
        order: [Int] = []
    ) throws -> ExtractedTable {
        try #require(
            try reading().tables(
                of: [
                    Extract(
                        code: "a", evidence: "a.sql", sql: sql,
                        tables: [
                            ExtractTable(file: "a", keys: keys, amounts: amounts, order: order)
                        ])
                ], in: store.store.reader
            ).first)
    }

    private func reading() -> ExtractReading {
        ExtractReading(municipality: SmallTown.municipality, vocabularies: SmallTown.vocabularies)
    }

    /// The rows of a table as text, keys before amounts.
    private func rows(_ table: ExtractedTable) -> [String] {
        (0..<table.rowCount).map { row in
            let keys = table.keys.map { key in
                switch key.cells[Int(key.places[row])] {
                case .words(let words): words
                case .number(let number): "\(number)"
                case .nothing: "–"
                }
            }
            return (keys + table.amounts.map { "\($0.values[row])" }).joined(separator: " ")
        }
    }

    private static let school = ExtractKey(name: "school", column: "school", form: .schoolCode)
    private static let semester = ExtractKey(
        name: "semester", column: "semester", form: .semesterCode)

    @Test func `counts rows`() throws {
        let table = try tables(
            by: [Self.school, Self.semester], [ExtractAmount(name: "n", aggregate: .count)])
        #expect(
            rows(table) == [
                "jaundubulti 2018-2019-2 1", "sloka 2018-2019-2 3", "sloka 2019-2020-1 2",
                "vaivari 2018-2019-2 1",
            ])
    }

    @Test func `counts each person once`() throws {
        let table = try tables(
            by: [Self.school, Self.semester],
            [
                ExtractAmount(name: "p", aggregate: .countDistinct("pupil")),
                ExtractAmount(name: "t", aggregate: .countDistinct("teacher")),
            ])
        #expect(
            rows(table) == [
                "jaundubulti 2018-2019-2 1 1", "sloka 2018-2019-2 2 2", "sloka 2019-2020-1 2 1",
                "vaivari 2018-2019-2 1 1",
            ])
    }

    @Test func `sums a column`() throws {
        let table = try tables(
            by: [Self.semester], [ExtractAmount(name: "m", aggregate: .sum("minutes"))])
        #expect(rows(table) == ["2018-2019-2 210", "2019-2020-1 80"])
    }

    @Test func `counts the rows in which a column is 1`() throws {
        let table = try tables(
            by: [Self.semester], [ExtractAmount(name: "l", aggregate: .countWhere("is_long"))])
        #expect(rows(table) == ["2018-2019-2 4", "2019-2020-1 2"])
    }

    @Test func `counts nothing where a column is empty, and shows it as a key without words`()
        throws
    {
        let table = try tables(
            by: [ExtractKey(name: "subject", column: "subject", form: .termCode)],
            [
                ExtractAmount(name: "n", aggregate: .count),
                ExtractAmount(name: "d", aggregate: .countDistinct("subject")),
                ExtractAmount(name: "s", aggregate: .sum("subject")),
            ])
        let term = try store.store.reader.read { snapshot in
            var id = 0
            try snapshot.stream(sql: "SELECT id FROM term WHERE code = 'mathematics'") {
                id = $0.integer(0) ?? 0
            }
            return id
        }
        #expect(rows(table) == ["– 5 0 0", "mathematics 2 1 \(2 * term)"])
    }

    static let forms: [(ExtractKeyForm, column: String, shown: [String])] = [
        (.value, "semester", ["20182 5", "20191 2"]),
        (.schoolCode, "school", ["jaundubulti 1", "sloka 5", "vaivari 1"]),
        (.schoolRegistrationNumber, "school", ["– 5", "– 1", "– 1"]),
        (.termCode, "measure", ["psychologist 5", "subject_consultation 2"]),
        (.termNameInEnglish, "measure", ["psychologist 5", "subject consultation 2"]),
        (.semesterCode, "semester", ["2018-2019-2 5", "2019-2020-1 2"]),
        (.schoolYear, "semester", ["2018 5", "2019 2"]),
        (.semesterNumber, "semester", ["1 2", "2 5"]),
    ]

    @Test(arguments: forms)
    func `shows what a key stands for`(
        form: ExtractKeyForm, column: String, shown: [String]
    ) throws {
        let table = try tables(
            by: [ExtractKey(name: "k", column: column, form: form)],
            [ExtractAmount(name: "n", aggregate: .count)])
        #expect(rows(table) == shown)
    }

    @Test func `shows one column in two ways without telling more rows apart`() throws {
        let table = try tables(
            by: [
                ExtractKey(name: "y", column: "semester", form: .schoolYear),
                ExtractKey(name: "s", column: "semester", form: .semesterNumber),
            ], [ExtractAmount(name: "n", aggregate: .count)])
        #expect(rows(table) == ["2018 2 5", "2019 1 2"])
    }

    @Test func `orders its rows by the keys that are named, then by the others`() throws {
        let table = try tables(
            by: [Self.school, Self.semester], [ExtractAmount(name: "n", aggregate: .count)],
            order: [1])
        #expect(
            rows(table) == [
                "jaundubulti 2018-2019-2 1", "sloka 2018-2019-2 3", "vaivari 2018-2019-2 1",
                "sloka 2019-2020-1 2",
            ])
    }

    @Test func `orders words by their bytes, and numbers by their size before them`() throws {
        let table = try tables(
            "SELECT 'ž' AS k UNION ALL SELECT 'B' UNION ALL SELECT 'a' UNION ALL SELECT NULL",
            by: [ExtractKey(name: "k", column: "k")],
            [ExtractAmount(name: "n", aggregate: .count)])
        #expect(rows(table) == ["– 1", "B 1", "a 1", "ž 1"])
        let numbers = try tables(
            "SELECT 10 AS k UNION ALL SELECT 9 UNION ALL SELECT -1",
            by: [ExtractKey(name: "k", column: "k")],
            [ExtractAmount(name: "n", aggregate: .count)])
        #expect(rows(numbers) == ["-1 1", "9 1", "10 1"])
    }

    @Test func `has no rows where there is no evidence`() throws {
        let table = try tables(
            Self.sessions + " WHERE pupil < 0", by: [Self.school],
            [ExtractAmount(name: "n", aggregate: .count)])
        #expect(table.rowCount == 0)
    }

    static let problems: [(sql: String, ExtractProblem.Kind)] = [
        ("SELECT 0.5 AS k, 1 AS v", .notAnInteger(column: "k")),
        ("SELECT x'00' AS k, 1 AS v", .notAnInteger(column: "k")),
        ("SELECT 1 AS k, 1 AS v UNION ALL SELECT 'a', 1", .mixed(column: "k")),
        ("SELECT 1 AS k, 'a' AS v", .holdsText(column: "v")),
        ("SELECT 1 AS k, 1000000001 AS v", .tooLarge(column: "v")),
        ("SELECT 1 AS k, -1000000001 AS v", .tooLarge(column: "v")),
        (
            "SELECT abs(-9223372036854775807 - k) AS k, 1 AS v FROM (SELECT 1 AS k)",
            .failed(.refused(words: "integer overflow"))
        ),
    ]

    @Test(arguments: problems)
    func `is not made from what cannot be summed up`(
        sql: String, kind: ExtractProblem.Kind
    ) throws {
        #expect(throws: ExtractProblem(extract: "a", kind: kind)) {
            try tables(
                sql, by: [ExtractKey(name: "k", column: "k")],
                [ExtractAmount(name: "s", aggregate: .sum("v"))])
        }
    }

    static let unknown: [(ExtractKeyForm, Int)] = [
        (.schoolCode, 99), (.termCode, -1), (.semesterCode, 20183), (.schoolYear, 0),
    ]

    @Test(arguments: unknown)
    func `is not made where a key is none`(form: ExtractKeyForm, value: Int) throws {
        #expect(
            throws: ExtractProblem(extract: "a", kind: .unknownKey(column: "k", form: form))
        ) {
            try tables(
                "SELECT \(value) AS k", by: [ExtractKey(name: "k", column: "k", form: form)],
                [ExtractAmount(name: "n", aggregate: .count)])
        }
    }
}
