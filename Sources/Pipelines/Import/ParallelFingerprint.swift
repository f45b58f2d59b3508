import Foundation
import SupportStore
import Synchronization

/// Builds a fingerprint on a thread of its own, while whoever reads the blocks looks at them too.
final class ParallelFingerprint: Sendable {
    private let fingerprint = Mutex(Fingerprint())
    private let queue = DispatchQueue(label: "pumpurs.fingerprint")
    /// No more than two blocks wait, so that memory is bounded.
    private let room = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<2 { room.signal() }
    }

    /// Adds the next bytes.
    func update(_ bytes: UnsafeRawBufferPointer) {
        let block = Array(bytes)
        room.wait()
        queue.async { [self] in
            block.withUnsafeBytes { bytes in fingerprint.withLock { $0.update(bytes) } }
            room.signal()
        }
    }

    /// Returns the fingerprint when all bytes are in it.
    func finalize() -> [UInt8] { queue.sync { fingerprint.withLock { $0.finalize() } } }
}
