import Foundation
import Testing

@Suite struct `Queries without an end` {
    @Test(arguments: [
        (
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                + "SELECT max(i) AS pupil, 1 AS delivery, 1 AS line, 1 AS byte FROM n",
            "query_seconds: 1", "1 seconds", "query_seconds"
        ),
        (
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                + "SELECT i AS pupil, 1 AS delivery, 1 AS line, 1 AS byte FROM n",
            "query_rows: 1000", "1000 rows", "query_rows"
        ),
    ])
    func `one ends the report with code 78 at its indicator`(
        sql: String, limit: String, allowed: String, key: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.write(sql, aggregate: "count_distinct\n    columns: [pupil]", workplace)
        let town = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(
            town + "\nindicator_limits: {\(limit)}\n", to: "pipelines/jurmala.yaml")
        let outcome = try workplace.report()
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/indicators/endless.yaml:7:5: error: the indicator's query endless.sql does \
                not end: up to \(allowed) are allowed [DEF-056]
                  help: check that the recursion comes to an end; if the data are that large, raise \
                `\(key)` under `indicator_limits` in the municipality's file

                """)
    }

    @Test func `numbers that no sum can hold are refused and do not end the program`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let row = "SELECT 9223372036854775807 AS minutes, 1 AS delivery, 1 AS line, 1 AS byte"
        try Self.write(
            "\(row) UNION ALL \(row)", aggregate: "sum\n    column: minutes", workplace)
        let outcome = try workplace.report()
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/indicators/endless.yaml:7:5: error: the query cannot be run: column \
                'minutes' of endless.sql holds a number beyond 1000000000, too large to be summed \
                [DEF-055]
                  help: correct the SQL; docs/definitions.md names the views, tables and arguments

                """)
    }

    @Test(arguments: [
        ("length(replace(hex(zeroblob(400000000)), '0', 'aaaa'))", "string or blob too big"),
        ("length(hex(zeroblob(900000)))", "string or blob too big"),
        (
            "hex(zeroblob(100000)) LIKE replace(hex(zeroblob(1000)), '0', '%1')",
            "LIKE or GLOB pattern too complex"
        ),
        ("abs(-9223372036854775807 - 1)", "integer overflow"),
        ("1 AS a LIMIT 'x'; -- ", "datatype mismatch"),
    ])
    func `a value that no code or number is as long as is the fault of the query`(
        value: String, words: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let sql = "SELECT 1 AS delivery, 1 AS line, 1 AS byte, 1 AS pupil, \(value) AS a"
        try Self.write(sql, aggregate: "count_distinct\n    columns: [pupil, a]", workplace)
        let outcome = try workplace.report()
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/indicators/endless.yaml:7:5: error: the query cannot be run: endless.sql \
                cannot be run: \(words) [DEF-055]
                  help: correct the SQL; docs/definitions.md names the views, tables and arguments

                """)
    }

    @Test(arguments: [
        ("'Zigfrīds 120304-12345'", "Z… …"), ("hex(zeroblob(8)) || 'Keizars'", "…K…"),
    ])
    func `a text that is no code is shown as any text of the files`(
        code: String, shown: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.write(
            "SELECT 1 AS delivery, 1 AS line, 1 AS byte, 1 AS pupil, \(code) AS school",
            aggregate: "count_distinct\n    columns: [pupil]", workplace, by: "school")
        let outcome = try workplace.report()
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/indicators/endless.yaml:7:5: error: the query cannot be run: column \
                'school' of endless.sql holds '\(shown)', which is no school of the definitions \
                [DEF-055]
                  help: correct the SQL; docs/definitions.md names the views, tables and arguments

                """)
    }

    /// Adds a family of one indicator with a query of its own.
    private static func write(
        _ sql: String, aggregate: String, _ workplace: borrowing Workplace,
        by dimension: String = ""
    ) throws {
        try workplace.write(sql + "\n", to: "pipelines/indicators/endless.sql")
        try workplace.write(
            """
            version: 1
            family: endless
            order: 99
            name: {lv: bez gala, en: endless}
            sources: {endless.sql: {lv: nekas, en: nothing}}
            indicators:
              - code: endless
                name: {lv: bez gala, en: endless}
                definition: {lv: bez gala, en: endless}
                unit: pupils
                counting_unit: distinct_persons_in_semester
                evidence: endless.sql
                aggregate: \(aggregate)
                breakdowns:
                  - by: [\(dimension)]

            """, to: "pipelines/indicators/endless.yaml")
    }
}
