import Crypto
import Foundation
import Glibc

/// The files that were accepted, each under the fingerprint of its bytes, readable by the owner only.
///
/// What is in the archive is never changed, for the past is made again from it; but the records of a person
/// who is erased are blanked, and a note then leads from a fingerprint to the bytes of now (``FileRekeying``).
public struct Archive: Sendable {
    let folder: String

    /// Names the archive of a state folder; it need not be there.
    public init(stateFolder: String) { folder = "\(stateFolder)/archive" }

    /// Returns the path under which a file lies, or would lie.
    public func path(of sha256: [UInt8]) -> String {
        place(of: rekeying(of: sha256)?.current ?? sha256)
    }

    /// Returns the path under which bytes with a fingerprint lie, or would lie.
    func place(of sha256: [UInt8]) -> String {
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
        // What is there but damaged is written anew; what was blanked or removed stays so.
        if isSound(sha256) || rekeying(of: sha256) != nil { return true }
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
    public func keep(_ bytes: [UInt8]) throws -> [UInt8] {
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
        let place = place(of: sha256)
        var hash = SHA256()
        return try put(at: place) { target in
            while true {
                let block = try next()
                if block.isEmpty { break }
                hash.update(data: block)
                try append(block, to: target)
            }
            return Array(hash.finalize()) == sha256
        }
    }

    /// Writes a file that is there whole or not at all.
    func write(_ bytes: [UInt8], to place: String) throws {
        _ = try put(at: place) { target in
            try append(bytes, to: target)
            return true
        }
    }

    /// Fills a file beside its place and puts it there when the body says that it is right.
    private func put(at place: String, _ fill: ((Int32, String)) throws -> Bool) throws -> Bool {
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
        guard try fill((target, fresh)) else { return false }
        guard fsync(target) == 0, rename(fresh, place) == 0 else {
            throw inaccessible(place, errno)
        }
        flushFolder(of: place)
        return true
    }

    private func append(_ bytes: [UInt8], to target: (descriptor: Int32, path: String)) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(target.descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw inaccessible(target.path, count < 0 ? errno : ENOSPC) }
            rest = rest.dropFirst(count)
        }
    }

    /// Makes sure that what happened to the names of a file's folder outlives a loss of power.
    func flushFolder(of place: String) {
        let parent = (place as NSString).deletingLastPathComponent
        let opened = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    private func inaccessible(_ path: String, _ code: Int32) -> StoreError {
        .inaccessible(path: path, reason: String(cString: strerror(code)))
    }
}
