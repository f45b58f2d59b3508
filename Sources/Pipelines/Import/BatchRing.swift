import Foundation
import Synchronization

/// Hands batches from the thread that makes them to the thread that uses them; the maker waits when
/// enough are under way, so memory is bounded by the batches and not by the file.
final class BatchRing<Batch: Sendable>: Sendable {
    private struct State {
        var batches: [Batch] = []
        var outcome: Result<Void, any Error>?
        var isCancelled = false
    }

    private let state = Mutex(State())
    // Both begin at zero: a semaphore that is freed below the value it began with ends the program.
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init(capacity: Int = 4) {
        for _ in 0..<capacity { room.signal() }
    }

    /// Adds a batch, waiting for room.
    ///
    /// - Returns: Whether batches are still wanted.
    func append(_ batch: Batch) -> Bool {
        room.wait()
        let isWanted = state.withLock { state in
            if !state.isCancelled { state.batches.append(batch) }
            return !state.isCancelled
        }
        filled.signal()
        return isWanted
    }

    /// Says that no batch follows, and why.
    func finish(_ outcome: Result<Void, any Error>) {
        state.withLock { $0.outcome = outcome }
        filled.signal()
    }

    /// Takes the next batch, waiting for it; `nil` when none follows.
    ///
    /// - Throws: What stopped the reader.
    func next() throws -> Batch? {
        filled.wait()
        let (batch, outcome) = state.withLock { state in
            state.batches.isEmpty
                ? (nil, state.outcome) : (state.batches.removeFirst(), nil)
        }
        if let batch {
            room.signal()
            return batch
        }
        try outcome?.get()
        return nil
    }

    /// Lets the reader go on so that it can stop.
    func cancel() {
        state.withLock { $0.isCancelled = true }
        room.signal()
    }
}
