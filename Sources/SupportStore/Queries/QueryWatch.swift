import GRDBSQLite
import Glibc

/// Stops a statement of a connection that takes too long, wherever it is, and keeps its values small.
///
/// What counts is the processor time of the thread that runs it: on a machine that is busy with other things a query
/// that ends takes long as well. SQLite looks at the clock between the steps of its machine, so no step may take long by itself:
/// neither a function of a text without bounds nor the search for a long pattern.
final class QueryWatch {
    /// The number of steps of SQLite's machine between two looks at the clock: well below a millisecond.
    private static let stepsBetweenLooks: Int32 = 10_000

    /// What a query may make at most, by the limits of SQLite; codes and numbers are far shorter.
    private static let limits: [(id: Int32, value: Int32)] = [
        (SQLITE_LIMIT_LENGTH, 1 << 20), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    ]

    private let deadline: Int
    private let before: [(id: Int32, value: Int32)]
    private let connection: OpaquePointer?

    init(_ connection: OpaquePointer?, seconds: Int) {
        deadline = Self.now() + seconds * 1_000_000_000
        self.connection = connection
        before = Self.limits.map { ($0.id, sqlite3_limit(connection, $0.id, $0.value)) }
        sqlite3_progress_handler(
            connection, Self.stepsBetweenLooks,
            { watch in
                guard let watch else { return 0 }
                return Unmanaged<QueryWatch>.fromOpaque(watch).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Whether the time is over.
    var isOver: Bool { Self.now() >= deadline }

    deinit {
        sqlite3_progress_handler(connection, 0, nil, nil)
        for limit in before { sqlite3_limit(connection, limit.id, limit.value) }
    }

    /// The nanoseconds of processor time that the thread has had.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
