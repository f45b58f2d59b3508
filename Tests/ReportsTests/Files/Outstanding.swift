import Synchronization

@testable import Reports

/// Counts how many findings were handed out and have not been written yet: so many are held at once.
final class Outstanding: Sendable {
    private let counts = Mutex((handedOut: 0, written: 0, most: 0))

    /// The largest number of findings that were held at once.
    var most: Int { counts.withLock { $0.most } }
    /// The number of findings that were written.
    var written: Int { counts.withLock { $0.written } }

    /// Returns a source of findings that counts each.
    func source<Element>(
        _ count: Int, _ make: @escaping @Sendable (Int) -> Element
    ) -> HandedOut<Element> {
        HandedOut { [self] body in
            for number in 0..<count {
                counts.withLock { counts in
                    counts.handedOut += 1
                    counts.most = max(counts.most, counts.handedOut - counts.written)
                }
                try body(make(number))
            }
        }
    }

    /// Begins to count anew.
    func reset() { counts.withLock { $0 = (0, 0, 0) } }

    /// Takes a piece of what is written, in which each finding stands with one mark.
    func take(_ piece: [UInt8]) {
        let mark = UInt8(ascii: "#")
        let count = piece.count { $0 == mark }
        counts.withLock { $0.written += count }
    }
}
