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

    /// Writes files, each of which is there whole or not at all.
    ///
    /// They are asked for on the disk when all are written: one after the other, each would wait for the disk anew.
    ///
    /// - Throws: ``StoreError`` when one cannot be written; others may be there then.
    static func write(_ files: [(place: String, bytes: [UInt8])]) throws(StoreError) {
        var begun: [Begun] = []
        defer { for file in begun { file.end() } }
        for (place, bytes) in files {
            let file = try Begun(at: place)
            begun.append(file)
            try file.target.append(bytes)
        }
        for file in begun { try file.sync() }
        for file in begun { try file.putInPlace() }
        for (_, file) in Dictionary(grouping: begun, by: \.parent) {
            if let place = file.first?.place { flushFolder(of: place) }
        }
    }

    /// Fills a file beside its place and puts it there when the body says that it is right.
    ///
    /// - Returns: What the body said.
    /// - Throws: ``StoreError`` when it cannot be written, and what the body throws.
    static func put(at place: String, _ fill: (Target) throws -> Bool) throws -> Bool {
        let begun = try Begun(at: place)
        defer { begun.end() }
        guard try fill(begun.target) else { return false }
        try begun.sync()
        try begun.putInPlace()
        flushFolder(of: place)
        return true
    }

    /// A file beside its place.
    private struct Begun {
        let place: String
        let parent: String
        let target: Target

        init(at place: String) throws(StoreError) {
            self.place = place
            parent = PathParts.folder(of: place)
            let code = FolderMaker.make(parent)
            guard code == 0 else { throw inaccessible(parent, code) }
            // Another file may be put into the folder meanwhile, on another thread.
            let fresh = "\(parent)/.\(getpid())-\((place as NSString).lastPathComponent)"
            unlink(fresh)
            let opened = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard opened >= 0 else { throw inaccessible(fresh, errno) }
            TemporaryPaths.begin(fresh)
            target = Target(descriptor: opened, path: fresh)
        }

        func sync() throws(StoreError) {
            guard fsync(target.descriptor) == 0 else { throw fault(errno) }
        }

        func putInPlace() throws(StoreError) {
            guard rename(target.path, place) == 0 else { throw fault(errno) }
        }

        /// Lets go of it; what is not in its place goes.
        func end() {
            close(target.descriptor)
            unlink(target.path)
            TemporaryPaths.end(target.path)
        }

        private func fault(_ code: Int32) -> StoreError {
            StoreError.folder(inPlaceOf: place) ?? inaccessible(place, code)
        }
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
