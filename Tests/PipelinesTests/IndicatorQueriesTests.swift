import Diagnostics
import Testing

@testable import Pipelines

struct `Queries of indicators` {
    @Test func `a query that can be run has no fault`() {
        #expect(
            faults(
                """
                -- Everybody of the semester.
                SELECT pupil, minutes FROM currentSession
                WHERE semester IN (:semester, :previous) AND minutes > :low_mark_below;

                """
            ).isEmpty)
    }

    @Test func `an unknown column is named with its line`() {
        #expect(
            faults("SELECT pupil,\n    minuts\nFROM currentSession") == [
                """
                pipelines/indicators/sessions.sql:2: error: the query cannot be run: no such \
                column: minuts [DEF-055]
                  help: correct the SQL; docs/definitions.md names the views, tables and arguments
                """
            ])
    }

    @Test func `an unknown table is named with its line`() {
        #expect(
            summaries("SELECT pupil, minutes\nFROM currentSesion")
                == ["2: the query cannot be run: no such table: currentSesion"])
    }

    @Test func `a slip of the pen is named with its line`() {
        #expect(
            summaries("SELECT pupil, minutes\nFORM currentSession")
                == ["2: the query cannot be run: near \"currentSession\": syntax error"])
    }

    @Test func `an unknown argument is named with its line`() {
        #expect(
            summaries("SELECT pupil, minutes\nFROM currentSession\nWHERE semester = :sem")
                == ["3: the query cannot be run: there is no argument ':sem'"])
    }

    @Test(arguments: ["", "-- nothing\n", "SELECT 1 AS pupil, 1 AS minutes; SELECT 2"])
    func `a file holds one statement`(sql: String) {
        #expect(
            summaries(sql)
                == ["0: the query cannot be run: the file must hold exactly one statement"])
    }

    @Test(arguments: ["DELETE FROM session", "CREATE TABLE x (y)"])
    func `a statement that would change the store is refused`(sql: String) {
        #expect(
            summaries(sql) == ["0: the query cannot be run: the statement would change data"])
    }

    @Test func `every column that an indicator needs is asked for`() {
        #expect(
            summaries("SELECT 1 AS one") == [
                "0: the query cannot be run: it has no column 'pupil', "
                    + "which indicator 'supported' needs",
                "0: the query cannot be run: it has no column 'minutes', "
                    + "which indicator 'minutes' needs",
            ])
    }

    @Test func `an amount without people or plans is refused, as nobody could protect it`() {
        #expect(
            summaries("SELECT minutes, 1 AS pupil FROM currentSession").isEmpty)
        #expect(
            summaries("SELECT 1 AS one, minutes FROM currentSession", counting: "one") == [
                "0: the query cannot be run: it has no column 'pupil', 'teacher' or 'plan', so nobody "
                    + "knows how many people stand behind the amounts of indicator 'minutes'"
            ])
    }

    @Test func `a fault is told in Latvian too`() {
        let found = load("SELECT 1 AS pupil").map { $0.summary(in: .latvian) }
        #expect(
            found == [
                "vaicājums nav izpildāms: nav ailes 'minutes', kas vajadzīga rādītājam 'minutes'"
            ])
    }

    private func faults(_ sql: String) -> [String] {
        load(sql).map { $0.rendered(in: .english) }
    }

    private func summaries(_ sql: String, counting column: String = "pupil") -> [String] {
        load(sql, counting: column).map { "\($0.position.line): \($0.summary(in: .english))" }
    }

    private func load(_ sql: String, counting column: String = "pupil") -> [Diagnostic] {
        let family = """
            version: 1
            family: sessions
            order: 1
            name: {lv: Nodarbības, en: Sessions}
            sources: {sessions.sql: {lv: nodarbības, en: sessions}}
            indicators:
              - code: supported
                name: {lv: Skolēni, en: Pupils}
                definition: {lv: Skolēni, en: Pupils}
                unit: pupils
                counting_unit: distinct_persons_in_semester
                evidence: sessions.sql
                aggregate: count_distinct
                columns: [\(column)]
                breakdowns: [{by: []}]
              - code: minutes
                name: {lv: Minūtes, en: Minutes}
                definition: {lv: Minūtes, en: Minutes}
                unit: minutes
                counting_unit: minutes
                evidence: sessions.sql
                aggregate: sum
                column: minutes
                breakdowns: [{by: []}]
            """
        let (indicators, found) = IndicatorLoader(
            folder: "pipelines",
            files: [
                DefinitionFile(path: "indicators/sessions.sql", bytes: Array(sql.utf8)),
                DefinitionFile(path: "indicators/sessions.yaml", bytes: Array(family.utf8)),
            ]
        ).load()
        #expect((indicators == nil) == !found.isEmpty)
        return found
    }
}
