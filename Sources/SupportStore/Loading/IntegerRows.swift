import GRDB
import GRDBSQLite

/// Rows of integers that SQLite reads itself, as the table-valued function `integerRows`.
///
/// A whole batch is one `INSERT … SELECT`, so that no value is bound and no statement begins and ends for a few rows
/// (measured: a quarter less processor time than some sixty rows in one `INSERT … VALUES`).
enum IntegerRows {
    /// The most columns that rows can have.
    static let mostColumns = 40

    /// Rows, one behind the other, for as long as a statement runs.
    struct Block {
        let cells: UnsafeBufferPointer<Int>
        let width: Int
        /// The integer that stands for NULL.
        let missing: Int
    }

    private static let name = "integerRows"
    /// What SQLite makes sure of before it hands a block over as one.
    private static let blockType: StaticString = "pumpurs-integer-rows"

    private static var blockTypeName: UnsafePointer<CChar> {
        UnsafeRawPointer(blockType.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// Makes the function known to a connection.
    static func register(in database: Database) throws {
        let code = sqlite3_create_module_v2(database.sqliteConnection, name, module, nil, nil)
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// Returns the statement that inserts a block's rows into columns of a table.
    static func insertion(into table: String, columns: [String]) -> String {
        precondition(columns.count <= mostColumns, "a table has no more columns than a block may")
        let values = columns.indices.map { "c\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(columns.joined(separator: ", "))) SELECT \(values) FROM \(name)(?)
            """
    }

    /// Lends a block to a statement's first argument and runs it.
    ///
    /// - Returns: What SQLite says of it.
    static func run(_ statement: OpaquePointer, with block: Block) -> Int32 {
        withUnsafePointer(to: block) { block in
            sqlite3_bind_pointer(
                statement, 1, UnsafeMutableRawPointer(mutating: block), blockTypeName, nil)
            let code = sqlite3_step(statement)
            sqlite3_reset(statement)
            // To take the block back would take the message of an error with it.
            if code == SQLITE_DONE { sqlite3_bind_null(statement, 1) }
            return code
        }
    }

    // MARK: - The module

    /// A cursor over a block; SQLite knows its first part only.
    private struct Cursor {
        var base = sqlite3_vtab_cursor()
        var cell: UnsafePointer<Int>?
        var end: UnsafePointer<Int>?
        var width = 0
        var missing = 0
        var row = 0
    }

    /// What SQLite calls.
    ///
    /// It is written once, before any connection knows of it, and only read from then on, so that all threads may.
    nonisolated(unsafe) private static let module: UnsafePointer<sqlite3_module> = {
        var module = sqlite3_module()
        module.xConnect = { connection, _, _, _, table, _ in
            let columns = (0..<IntegerRows.mostColumns).map { "c\($0)" }.joined(separator: ", ")
            let code = sqlite3_declare_vtab(
                connection, "CREATE TABLE x(\(columns), rows HIDDEN)")
            let made = UnsafeMutablePointer<sqlite3_vtab>.allocate(capacity: 1)
            made.initialize(to: sqlite3_vtab())
            table?.pointee = made
            return code
        }
        module.xDisconnect = { table in
            table?.deallocate()
            return SQLITE_OK
        }
        module.xBestIndex = { _, plan in IntegerRows.plan(plan) }
        module.xOpen = { _, cursor in
            let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
            made.initialize(to: Cursor())
            cursor?.pointee = UnsafeMutableRawPointer(made)
                .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }
        module.xClose = { cursor in
            IntegerRows.own(cursor)?.deallocate()
            return SQLITE_OK
        }
        module.xFilter = { cursor, _, _, count, arguments in
            guard count == 1, let own = IntegerRows.own(cursor) else { return SQLITE_ERROR }
            return IntegerRows.begin(own, arguments?.pointee)
        }
        module.xNext = { cursor in
            guard let own = IntegerRows.own(cursor), let cell = own.pointee.cell else {
                return SQLITE_ERROR
            }
            own.pointee.cell = cell + own.pointee.width
            own.pointee.row += 1
            return SQLITE_OK
        }
        module.xEof = { cursor in
            guard let own = IntegerRows.own(cursor), let cell = own.pointee.cell,
                let end = own.pointee.end
            else { return 1 }
            return cell < end ? 0 : 1
        }
        module.xColumn = { cursor, context, column in
            guard let own = IntegerRows.own(cursor), let cell = own.pointee.cell,
                column < own.pointee.width
            else { return SQLITE_ERROR }
            let value = cell[Int(column)]
            if value == own.pointee.missing {
                sqlite3_result_null(context)
            } else {
                sqlite3_result_int64(context, Int64(value))
            }
            return SQLITE_OK
        }
        module.xRowid = { cursor, row in
            row?.pointee = Int64(IntegerRows.own(cursor)?.pointee.row ?? 0)
            return SQLITE_OK
        }
        let kept = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        kept.initialize(to: module)
        return UnsafePointer(kept)
    }()

    @inline(__always)
    private static func own(
        _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
    ) -> UnsafeMutablePointer<Cursor>? {
        UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
    }

    /// Asks for the block, without which there is nothing to read.
    private static func plan(_ plan: UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 {
        guard let plan else { return SQLITE_ERROR }
        for index in 0..<Int(plan.pointee.nConstraint) {
            let constraint = plan.pointee.aConstraint[index]
            guard constraint.iColumn == mostColumns, constraint.usable != 0,
                Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ
            else { continue }
            plan.pointee.aConstraintUsage[index].argvIndex = 1
            plan.pointee.aConstraintUsage[index].omit = 1
            plan.pointee.estimatedCost = 1
            return SQLITE_OK
        }
        return SQLITE_CONSTRAINT
    }

    /// Puts a cursor before the first row of the block that a statement was lent.
    private static func begin(
        _ cursor: UnsafeMutablePointer<Cursor>, _ argument: OpaquePointer?
    ) -> Int32 {
        guard
            let block = sqlite3_value_pointer(argument, blockTypeName)?
                .assumingMemoryBound(to: Block.self).pointee
        else { return SQLITE_ERROR }
        cursor.pointee.cell = block.cells.baseAddress
        cursor.pointee.end = block.cells.baseAddress.map { $0 + block.cells.count }
        cursor.pointee.width = block.width
        cursor.pointee.missing = block.missing
        cursor.pointee.row = 0
        return SQLITE_OK
    }
}
