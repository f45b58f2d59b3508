import Foundation
import Glibc

/// Writes files that are there whole or not at all, readable by their owner only.
enum PrivateFile {
    /// A file that is being written beside its place.
    struct Target {
        fileprivate let descriptor: Int32
        fileprivate let path: String

        /// Appends bytes.
        ///
        /// - Throws: ``StoreError`` when the system refuses.
        func append(_ bytes: some Sequence<UInt8>) throws(StoreError) {
            let code = DescriptorBytes.write(Array(bytes), to: descriptor)
            guard code == 0 else { throw PrivateFile.inaccessible(path, code) }
        }
    }

    /// Writes a file.
    static func write(_ bytes: [UInt8], to place: String) throws {
        _ = try put(at: place) { target in
            try target.append(bytes)
            return true
        }
    }

    /// Fills a file beside its place and puts it there when the body says that it is right.
    ///
    /// - Returns: What the body said.
    /// - Throws: ``StoreError`` when it cannot be written, and what the body throws.
    static func put(at place: String, _ fill: (Target) throws -> Bool) throws -> Bool {
        let parent = PathParts.folder(of: place)
        let code = FolderMaker.make(parent)
        guard code == 0 else { throw inaccessible(parent, code) }
        // Another file may be put into the folder meanwhile, on another thread.
        let fresh = "\(parent)/.\(getpid())-\((place as NSString).lastPathComponent)"
        unlink(fresh)
        let opened = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw inaccessible(fresh, errno) }
        TemporaryPaths.begin(fresh)
        defer {
            close(opened)
            unlink(fresh)
            TemporaryPaths.end(fresh)
        }
        guard try fill(Target(descriptor: opened, path: fresh)) else { return false }
        guard fsync(opened) == 0, rename(fresh, place) == 0 else {
            let code = errno
            throw StoreError.folder(inPlaceOf: place) ?? inaccessible(place, code)
        }
        flushFolder(of: place)
        return true
    }

    /// Makes sure that what happened to the names of a file's folder outlives a loss of power.
    static func flushFolder(of place: String) {
        let parent = PathParts.folder(of: place)
        let opened = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    private static func inaccessible(_ path: String, _ code: Int32) -> StoreError {
        .inaccessible(path: path, reason: .system(code))
    }
}

/// Reads and writes descriptors to the last byte, however often the system interrupts.
enum DescriptorBytes {
    /// Reads up to so many bytes; fewer come only at the end of the file.
    ///
    /// - Returns: The bytes, or `nil` with `errno` set when reading fails.
    static func read(upTo count: Int, from descriptor: Int32) -> [UInt8]? {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            while filled < count, let base = target.baseAddress {
                let result = Glibc.read(descriptor, base + filled, count - filled)
                if result < 0, errno == EINTR { continue }
                failed = result < 0
                guard result > 0 else { break }
                filled += result
            }
        }
        return failed ? nil : bytes
    }

    /// Writes bytes.
    ///
    /// - Returns: The system's error, or 0.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { write($0, to: descriptor) }
    }

    /// Writes bytes.
    ///
    /// - Returns: The system's error, or 0.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : ENOSPC }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return 0
    }
}
