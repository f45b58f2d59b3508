import PupilSupport
import Testing

@testable import Rollup

@Suite struct `Lines of a query` {
    @Test(arguments: [
        "SELECT 1 WHERE semester = :previous", "SELECT 1\r\nWHERE semester = :previous\r\n",
        "-- of the semester\r\nSELECT :previous", "SELECT 1 - :previous", ":previous",
    ])
    func `a query that names the semester before asks for it`(sql: String) {
        #expect(IndicatorSet.asksForPrevious(sql))
    }

    @Test(arguments: [
        "", "-- :previous", "SELECT 1 -- as :previous\nFROM pupil", "SELECT :semester", ":previou",
        "SELECT 1 --\n--:previous\n", "SELECT 'ā' -- ž :previous",
    ])
    func `a query that names the semester before in remarks alone does not`(sql: String) {
        #expect(!IndicatorSet.asksForPrevious(sql))
    }

    @Test func `views in remarks are not what a query reads`() {
        #expect(
            IndicatorSet.kinds(
                in: """
                    -- not currentMark
                    SELECT s.delivery FROM currentSession AS s -- nor currentPlan\r
                    JOIN currentEnrolment AS e
                    """) == [.session, .enrolment])
    }
}
