import Extraction
import Foundation
import Normalization
import SupportStore
import Synchronization

/// Keeps a large file in the archive on a thread of its own, while its records are read and stored.
///
/// What is sealed is what the reader was given, block by block, so that what is loaded is what is kept and no byte is
/// read and hashed once more to make sure of it. Nothing that was loaded counts before the file is kept: the
/// transaction waits for it.
final class FileKeeping: Sendable {
    private let sent: SentFile
    private let result = Mutex<Result<Bool, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)
    private let blocks = BatchRing<[UInt8]>()
    private let isWanted = Mutex(true)

    /// Begins to keep a file.
    ///
    /// - Parameters:
    ///   - sent: The open file.
    ///   - path: Where it lies, for errors.
    ///   - sha256: The fingerprint that it must have.
    ///   - archive: The archive.
    init(_ sent: SentFile, at path: FilePath, _ sha256: [UInt8], in archive: Archive) {
        self.sent = sent
        let thread = Thread { [self] in
            let outcome = Result<Bool, any Error> { try keep(path, sha256, in: archive) }
            blocks.cancel()
            result.withLock { $0 = outcome }
            isDone.signal()
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Takes the next bytes that the reader was given.
    func append(_ bytes: UnsafeRawBufferPointer) {
        guard isWanted.withLock(\.self) else { return }
        let isTaken = blocks.append(Array(bytes))
        if !isTaken { isWanted.withLock { $0 = false } }
    }

    /// Says that the reader is given no more.
    func endOfReading() { blocks.finish(.success(())) }

    /// Waits until the file is kept.
    ///
    /// - Returns: Whether the reader was given every byte of it.
    /// - Throws: What kept it from being kept.
    func finish() throws -> Bool {
        endOfReading()
        isDone.wait()
        isDone.signal()
        return try result.withLock { $0 }?.get() ?? false
    }

    private func keep(_ path: FilePath, _ sha256: [UInt8], in archive: Archive) throws -> Bool {
        var count = 0
        var isOfReader = true
        var hasReader = true
        let isSame = try archive.keepExport(sha256) {
            if hasReader, let block = try blocks.next() {
                count += block.count
                return block
            }
            hasReader = false
            // A reader that gave up, or that looks at a file in places only, leaves the rest.
            guard let block = sent.content.read(upTo: 1 << 20, from: count) else {
                throw FileError(path: path, code: errno)
            }
            count += block.count
            if !block.isEmpty { isOfReader = false }
            return block
        }
        guard isSame else { throw FileRefusal(FileRules.changedWhileRead) }
        return isOfReader
    }
}
