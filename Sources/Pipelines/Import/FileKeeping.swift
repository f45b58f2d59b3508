import Extraction
import Foundation
import Normalization
import SupportStore
import Synchronization

/// Keeps a large file in the archive on a thread of its own, while its records are read and stored.
///
/// Nothing that was loaded counts before the file is kept: the transaction waits for it.
final class FileKeeping: Sendable {
    private let result = Mutex<Result<Bool, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins to keep a file.
    ///
    /// - Parameters:
    ///   - sent: The open file.
    ///   - path: Where it lies, for errors.
    ///   - sha256: The fingerprint that it must have.
    ///   - archive: The archive.
    init(_ sent: SentFile, at path: FilePath, _ sha256: [UInt8], in archive: Archive) {
        let thread = Thread { [self] in
            let outcome = Result<Bool, any Error> {
                try AcceptedFile.keep(sent, at: path, sha256, in: archive)
                return true
            }
            result.withLock { $0 = outcome }
            isDone.signal()
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Waits until the file is kept.
    ///
    /// - Throws: What kept it from being kept.
    func finish() throws {
        isDone.wait()
        isDone.signal()
        _ = try result.withLock { $0 }?.get()
    }
}
