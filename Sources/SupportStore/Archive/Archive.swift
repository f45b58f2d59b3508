import Crypto
import Foundation
import Glibc

/// The files that were accepted, each under the fingerprint of its bytes, readable by the owner only.
///
/// What is in the archive is never changed: the past is made again from it.
public struct Archive: Sendable {
    private let folder: String

    /// Names the archive of a state folder; it need not be there.
    public init(stateFolder: String) { folder = "\(stateFolder)/archive" }

    /// Returns the path under which a file lies, or would lie.
    public func path(of sha256: [UInt8]) -> String {
        let name = Hexadecimal.text(sha256)
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    /// Whether the archive has a file.
    public func has(_ sha256: [UInt8]) -> Bool { access(path(of: sha256), R_OK) == 0 }

    /// Keeps the bytes of an open file, from its start.
    ///
    /// - Parameters:
    ///   - sha256: The fingerprint that they had when they were surveyed.
    ///   - descriptor: The file.
    /// - Returns: Whether the bytes are still those: a file may grow while it is read.
    /// - Throws: ``StoreError`` when the archive cannot be written, ``ReadFailure`` when the file cannot be read.
    public func keep(_ sha256: [UInt8], from descriptor: Int32) throws -> Bool {
        // What is there but damaged is written anew.
        if isSound(sha256) { return true }
        var block = [UInt8](repeating: 0, count: 1 << 20)
        return try keep(sha256) {
            while true {
                let count = read(descriptor, &block, block.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw ReadFailure(code: errno) }
                return Array(block[..<count])
            }
        }
    }

    /// Keeps bytes.
    ///
    /// - Returns: Their fingerprint.
    /// - Throws: ``StoreError`` when the archive cannot be written.
    func keep(_ bytes: [UInt8]) throws -> [UInt8] {
        let sha256 = Array(SHA256.hash(data: bytes))
        guard !isSound(sha256) else { return sha256 }
        var rest: [UInt8]? = bytes
        _ = try keep(sha256) {
            defer { rest = nil }
            return rest ?? []
        }
        return sha256
    }

    /// Why a file could not be read to be kept.
    public struct ReadFailure: Error {
        /// The system's error.
        public let code: Int32
    }

    private func keep(_ sha256: [UInt8], next: () throws -> [UInt8]) throws -> Bool {
        let place = path(of: sha256)
        let parent = (place as NSString).deletingLastPathComponent
        let code = FolderMaker.make(parent)
        guard code == 0 else { throw inaccessible(parent, code) }
        let fresh = "\(parent)/.\(getpid())"
        unlink(fresh)
        let target = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw inaccessible(fresh, errno) }
        TemporaryPaths.begin(fresh)
        defer {
            close(target)
            unlink(fresh)
            TemporaryPaths.end(fresh)
        }
        var hash = SHA256()
        while true {
            let block = try next()
            if block.isEmpty { break }
            hash.update(data: block)
            var rest = block[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw inaccessible(fresh, count < 0 ? errno : ENOSPC) }
                rest = rest.dropFirst(count)
            }
        }
        guard Array(hash.finalize()) == sha256 else { return false }
        guard fsync(target) == 0, rename(fresh, place) == 0 else {
            throw inaccessible(place, errno)
        }
        let opened = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if opened >= 0 {
            fsync(opened)
            close(opened)
        }
        return true
    }

    private func inaccessible(_ path: String, _ code: Int32) -> StoreError {
        .inaccessible(path: path, reason: String(cString: strerror(code)))
    }
}
