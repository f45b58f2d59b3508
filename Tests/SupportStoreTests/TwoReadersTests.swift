import Foundation
import GRDB
import Synchronization
import Testing

@testable import SupportStore

@Suite struct `Two threads that read a store` {
    @Test func `see one state of it, whoever writes meanwhile`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-twice-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let pool = try DatabasePool(path: path)
        try pool.write { try $0.execute(sql: "CREATE TABLE t (i INTEGER)") }
        let writer = Writer(pool: pool)
        writer.start()
        defer { writer.stop() }
        let reader = try StoreReader(path: path)
        for _ in 0..<200 {
            let counts = try reader.readTwice { snapshot, _ in
                var count = -1
                try snapshot.stream(sql: "SELECT COUNT(*) FROM t") { count = $0.integer(0) ?? -1 }
                return count
            }
            if let counts { #expect(counts.0 == counts.1) }
        }
        #expect(try pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM t") ?? 0 } > 0)
    }

    @Test func `are handed the first and the second half`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-twice-\(UUID().uuidString).sqlite").path
        defer { unlink(path) }
        _ = try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE t (i INTEGER)")
        }
        let parts = try #require(
            try StoreReader(path: path).readTwice { _, part in part })
        #expect(parts == (0, 1))
    }

    @Test func `throw what the first throws`() throws {
        struct Failure: Error, Equatable { let part: Int }
        let path = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-twice-\(UUID().uuidString).sqlite").path
        defer { unlink(path) }
        _ = try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE t (i INTEGER)")
        }
        #expect(throws: Failure(part: 0)) {
            _ = try StoreReader(path: path).readTwice { _, part -> Int in
                throw Failure(part: part)
            }
        }
    }

    @Test func `are not to be had over a store in memory`() throws {
        let outcome = try StoreReader.ofEmptyStore().readTwice { _, part in part }
        #expect(outcome == nil)
    }
}

/// Writes rows until it is stopped.
private final class Writer: Sendable {
    private let pool: DatabasePool
    private let isOver = Mutex(false)
    private let isDone = DispatchSemaphore(value: 0)

    init(pool: DatabasePool) {
        self.pool = pool
    }

    func start() {
        Thread { [self] in
            while !isOver.withLock({ $0 }) {
                try? pool.write { try $0.execute(sql: "INSERT INTO t VALUES (1)") }
            }
            isDone.signal()
        }.start()
    }

    func stop() {
        isOver.withLock { $0 = true }
        isDone.wait()
    }
}
