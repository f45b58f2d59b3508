import Foundation
import Glibc

/// The file of a key: it is there whole or not at all.
struct KeyFile {
    /// A key of fewer bytes could be guessed.
    static let leastBytes = 32

    private let path: String
    private let folder: String

    /// Names the file; it need not be there.
    init(_ path: String) {
        self.path = path
        // A name alone lies in the folder that the program was started in.
        let parent = PathParts.folder(of: path)
        folder = parent.isEmpty ? "." : parent
    }

    /// Whether the file is one of the caller's own without a single byte.
    var isEmpty: Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && status.st_uid == geteuid() && status.st_size == 0
    }

    // MARK: - Writing

    /// Writes a new key beside its place and puts it there when it lies on the disk.
    ///
    /// - Parameters:
    ///   - bytes: The key.
    ///   - replaces: Whether it takes the place of an empty file; else a key that another run
    ///     has put there meanwhile stays.
    func create(_ bytes: [UInt8] = KeyFile.randomBytes(), replacing replaces: Bool)
        throws(StoreError)
    {
        removeLeftovers()
        let fresh = "\(folder)/\(Self.prefix)\(getpid())"
        defer { unlink(fresh) }
        try write(bytes, to: fresh)
        if replaces {
            guard rename(fresh, path) == 0 else { throw inaccessible(errno) }
        } else {
            try put(fresh)
        }
        flushFolder()
    }

    private static let prefix = ".pumpurs.key-"

    /// Removes what a run left that was killed before its key was whole.
    private func removeLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(Self.prefix) {
            guard let process = Int32(name.dropFirst(Self.prefix.count)) else { continue }
            if process == getpid() || kill(process, 0) != 0 { unlink("\(folder)/\(name)") }
        }
    }

    /// Returns a new key.
    static func randomBytes() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<leastBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    private func write(_ bytes: [UInt8], to file: String) throws(StoreError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw inaccessible(errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw inaccessible(count < 0 ? errno : ENOSPC) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw inaccessible(errno) }
    }

    private func put(_ fresh: String) throws(StoreError) {
        if link(fresh, path) == 0 || errno == EEXIST { return }
        // Some file systems have no second name for a file; the lock of the folder then keeps others away.
        guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno), access(path, F_OK) != 0,
            rename(fresh, path) == 0
        else { throw inaccessible(errno) }
    }

    private func flushFolder() {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func inaccessible(_ code: Int32) -> StoreError {
        .inaccessible(path: path, reason: .system(code))
    }

    /// Takes the place of another file of the same folder.
    func take(placeOf other: String) throws(StoreError) {
        guard rename(path, other) == 0 else { throw inaccessible(errno) }
        flushFolder()
    }

    /// Removes the file.
    func remove() throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw inaccessible(errno) }
        flushFolder()
    }

    // MARK: - Reading

    /// Reads the key.
    ///
    /// - Throws: ``StoreError/keyUnsafe(path:fault:)`` when others could know it or it is none.
    func read() throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw .keyUnsafe(
                path: path,
                fault: errno == ELOOP ? .link : .unreadable(.system(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw .keyUnsafe(path: path, fault: isFolder ? .folder : .noFile)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw .keyUnsafe(path: path, fault: .openToOthers)
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .keyUnsafe(path: path, fault: .ofSomebodyElse)
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= Self.leastBytes else { throw .keyUnsafe(path: path, fault: .tooShort) }
        bytes.removeSubrange(count...)
        guard Set(bytes).count > 1 else { throw .keyUnsafe(path: path, fault: .uniform) }
        return bytes
    }
}
