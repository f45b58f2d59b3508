import Foundation
import GRDB
import Synchronization

extension StoreReader {
    /// Runs a body twice at once, on two threads, both of which see one and the same state of the store.
    ///
    /// - Parameter body: Receives the state and whether it is the first or the second, 0 or 1.
    /// - Returns: What the two came to, or `nil` when somebody wrote into the store between the beginnings of the two,
    ///   and where the store lies in memory: the caller then reads it once.
    /// - Throws: What the body throws, that of the first before that of the second, or a database error.
    public func readTwice<Outcome: Sendable>(
        _ body: @escaping @Sendable (StoreSnapshot, _ part: Int) throws -> Outcome
    ) throws -> (Outcome, Outcome)? {
        guard FileManager.default.fileExists(atPath: database.path) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let other = try DatabaseQueue(path: database.path, configuration: configuration)
        let before = try other.read(Self.version)
        let meeting = Meeting<Outcome>()
        let first = database
        let thread = Thread {
            let outcome = Result {
                try first.read { database in
                    // A transaction sees the state of its first reading.
                    _ = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master")
                    meeting.hasBegun.signal()
                    meeting.isDecided.wait()
                    return try meeting.isOneState.withLock { $0 }
                        ? body(StoreSnapshot(database: database), 0) : nil
                }
            }
            meeting.first.withLock { $0 = outcome }
            // Whatever failed, nobody waits for ever.
            meeting.hasBegun.signal()
            meeting.isDone.signal()
        }
        thread.stackSize = 8 << 20
        thread.start()
        meeting.hasBegun.wait()
        let second = Result {
            try other.read { database in
                // SQLite counts what others wrote: nothing since before means that the first one began with this state.
                let isOneState = try Self.version(of: database) == before
                meeting.isOneState.withLock { $0 = isOneState }
                meeting.isDecided.signal()
                return isOneState ? try body(StoreSnapshot(database: database), 1) : nil
            }
        }
        meeting.isDecided.signal()
        meeting.isDone.wait()
        guard let one = try meeting.first.withLock({ $0 })?.get(), let two = try second.get()
        else { return nil }
        return (one, two)
    }

    private static func version(of database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "PRAGMA data_version")
    }
}

/// Where two threads meet that read one state.
private final class Meeting<Outcome: Sendable>: Sendable {
    let hasBegun = DispatchSemaphore(value: 0)
    let isDecided = DispatchSemaphore(value: 0)
    let isDone = DispatchSemaphore(value: 0)
    let isOneState = Mutex(false)
    let first = Mutex<Result<Outcome?, any Error>?>(nil)
}
