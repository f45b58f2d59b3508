import GRDB
import PupilSupport
import Testing

@testable import SupportStore

@Suite struct `Rows of integers that SQLite reads itself` {
    private static let missing = ModelBatch.missing

    private func table(_ body: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { try IntegerRows.register(in: $0) }
        try DatabaseQueue(configuration: configuration).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE measured (
                        id INTEGER PRIMARY KEY, day INTEGER NOT NULL, mark INTEGER) STRICT
                    """)
            try body(database)
        }
    }

    private func insert(_ cells: [Int], into database: Database) throws {
        try RowsInsert(database, table: "measured", columns: ["day", "mark"]).insert(
            cells, width: 2, missing: Self.missing, database: database)
    }

    private func rows(_ database: Database) throws -> [[Int?]] {
        try Row.fetchAll(database, sql: "SELECT id, day, mark FROM measured ORDER BY id").map {
            [$0["id"], $0["day"], $0["mark"]]
        }
    }

    @Test func `are inserted in their order, what is missing as NULL`() throws {
        try table { database in
            try insert([7, 1, 8, Self.missing, -9, .max], into: database)
            #expect(try rows(database) == [[1, 7, 1], [2, 8, nil], [3, -9, .max]])
        }
    }

    @Test func `follow those of the block before`() throws {
        try table { database in
            try insert([7, 1], into: database)
            try insert([8, 2], into: database)
            #expect(try rows(database) == [[1, 7, 1], [2, 8, 2]])
        }
    }

    @Test func `may be none`() throws {
        try table { database in
            try insert([], into: database)
            #expect(try rows(database).isEmpty)
        }
    }

    @Test func `are none of them inserted when one breaks a constraint, which is named`() throws {
        try table { database in
            let error = #expect(throws: DatabaseError.self) {
                try insert([7, 1, Self.missing, 2, 9, 3], into: database)
            }
            #expect(error?.message == "NOT NULL constraint failed: measured.day")
            #expect(try rows(database).isEmpty)
            try insert([9, 3], into: database)
            #expect(try rows(database) == [[1, 9, 3]])
        }
    }

    @Test(arguments: ["integerRows", "integerRows(NULL)", "integerRows(5)", "integerRows('block')"])
    func `are not read where no block was lent`(source: String) throws {
        try table { database in
            #expect(throws: DatabaseError.self) {
                try Row.fetchAll(database, sql: "SELECT c0 FROM \(source)")
            }
        }
    }

    @Test func `have room for the widest record of the model`() {
        let widest = RecordKind.allCases.map { $0.fields.count + 3 }.max() ?? 0
        #expect(widest <= IntegerRows.mostColumns)
    }
}
