import GRDBSQLite
import Glibc

/// Stops a statement of a connection that takes too long, wherever it is.
final class QueryWatch {
    /// The number of steps of SQLite's machine between two looks at the clock: well below a millisecond.
    private static let stepsBetweenLooks: Int32 = 10_000

    private let deadline: Int
    private let connection: OpaquePointer?

    init(_ connection: OpaquePointer?, seconds: Int) {
        deadline = Self.now() + seconds * 1_000_000_000
        self.connection = connection
        sqlite3_progress_handler(
            connection, Self.stepsBetweenLooks,
            { watch in
                guard let watch else { return 0 }
                return Unmanaged<QueryWatch>.fromOpaque(watch).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Whether the time is over.
    var isOver: Bool { Self.now() >= deadline }

    deinit { sqlite3_progress_handler(connection, 0, nil, nil) }

    /// The nanoseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
