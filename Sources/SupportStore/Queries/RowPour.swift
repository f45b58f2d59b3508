import GRDBSQLite

/// Takes the rows of a query from SQLite, as an aggregate function does, and hands them on in batches.
///
/// SQLite calls it for each row where it stands; stepping a statement from row to row and asking for
/// each value takes a third longer (measured).
final class RowPour {
    /// What changes from row to row; it is reached by a pointer, for a property of a class is guarded
    /// at each touch.
    private struct State {
        var rows = 0
        var total = 0
        var texts: [TextCodes]
        var failure: (any Error)?
    }

    private let columns: [String]
    private let largest: Int
    private let body: (PouredRows) throws -> Void
    private let buffer: UnsafeMutablePointer<Int>
    private let state: UnsafeMutablePointer<State>
    /// What each column has held so far.
    private let kinds: UnsafeMutablePointer<UInt8>

    private static let integers: UInt8 = 1
    private static let words: UInt8 = 2

    /// - Parameters:
    ///   - columns: The names of the columns.
    ///   - largest: The largest number of rows.
    ///   - body: Receives each batch.
    init(columns: [String], largest: Int, _ body: @escaping (PouredRows) throws -> Void) {
        self.columns = columns
        self.largest = largest
        self.body = body
        let cells = columns.count * PouredRows.capacity
        buffer = .allocate(capacity: cells)
        buffer.initialize(repeating: 0, count: cells)
        kinds = .allocate(capacity: columns.count)
        kinds.initialize(repeating: 0, count: columns.count)
        state = .allocate(capacity: 1)
        state.initialize(to: State(texts: columns.map { _ in TextCodes() }))
    }

    deinit {
        buffer.deallocate()
        kinds.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// What went wrong while rows were taken.
    var failure: (any Error)? { state.pointee.failure }

    /// Hands on what is left, and returns the texts of each column, or `nil` for one of integers.
    func finish() throws -> [[String]?] {
        try handOn()
        return try columns.indices.map { column in
            switch kinds[column] {
            case Self.words: return state.pointee.texts[column].codes
            case Self.words | Self.integers: throw PouringFailure.mixed(column: columns[column])
            default: return nil
            }
        }
    }

    /// Takes a row; returns whether the next one is wanted.
    @inline(__always)
    private func take(_ values: UnsafeMutablePointer<OpaquePointer?>) -> Bool {
        let row = state.pointee.rows
        for column in 0..<columns.count {
            let value = values[column]
            let place = column * PouredRows.capacity + row
            switch sqlite3_value_type(value) {
            case SQLITE_INTEGER:
                let integer = Int(sqlite3_value_int64(value))
                guard integer != PouredRows.empty else { return refuse(column) }
                buffer[place] = integer
                kinds[column] |= Self.integers
            case SQLITE_NULL: buffer[place] = PouredRows.empty
            case SQLITE_TEXT:
                let bytes = UnsafeRawBufferPointer(
                    start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
                buffer[place] = state.pointee.texts[column].number(of: bytes)
                kinds[column] |= Self.words
            default: return refuse(column)
            }
        }
        state.pointee.rows = row + 1
        return row + 1 < PouredRows.capacity || handOnWholeBatch()
    }

    private func handOnWholeBatch() -> Bool {
        do {
            try handOn()
            return true
        } catch {
            state.pointee.failure = error
            return false
        }
    }

    private func handOn() throws {
        let count = state.pointee.rows
        guard count > 0 else { return }
        state.pointee.rows = 0
        state.pointee.total += count
        guard state.pointee.total <= largest else { throw QueryFailure.rows(largest) }
        try body(PouredRows(count: count, values: UnsafePointer(buffer)))
    }

    private func refuse(_ column: Int) -> Bool {
        state.pointee.failure = PouringFailure.noInteger(column: columns[column])
        return false
    }

    /// What SQLite calls for each row.
    static let step:
        @convention(c) (
            OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
        ) -> Void = { context, _, values in
            guard let data = sqlite3_user_data(context), let values else { return }
            let isWanted = Unmanaged<RowPour>.fromOpaque(data)._withUnsafeGuaranteedRef {
                $0.take(values)
            }
            if !isWanted { sqlite3_result_error_code(context, SQLITE_ABORT) }
        }
}
