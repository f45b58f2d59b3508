import GRDB
import Glibc
import Testing

@testable import SupportStore

@Suite struct `The limit of a query's time` {
    private static let counting = """
        WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        SELECT MAX(i) FROM n
        """

    @Test func `does not count the time in which the query waits`() throws {
        let store = try StoreReader.ofEmptyStore()
        var rows = 0
        try store.read { snapshot in
            let sql = "SELECT 1 UNION ALL SELECT * FROM (\(Self.counting))"
            try snapshot.rows(of: sql).forEach(within: QueryLimits(seconds: 1, rows: 10)) { _ in
                if rows == 0 { usleep(1_200_000) }
                rows += 1
            }
        }
        #expect(rows == 2)
    }

    @Test func `ends a query that has no end`() throws {
        let store = try StoreReader.ofEmptyStore()
        #expect(throws: QueryFailure.seconds(1)) {
            try store.read { snapshot in
                let sql = Self.counting.replacing(" WHERE i < 200000", with: "")
                try snapshot.rows(of: sql)
                    .forEach(within: QueryLimits(seconds: 1, rows: 10)) { _ in }
            }
        }
    }
}
