import Glibc

/// Copies files byte by byte, each readable by its owner only, whatever the rights of the one copied.
enum FileCopy {
    /// Copies a file to a place where there is none.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - target: The place.
    ///   - mode: The rights of the copy.
    /// - Throws: ``StoreError/inaccessible(path:reason:)`` when it cannot be read,
    ///   ``StoreError/cannotWrite(path:reason:)`` when the copy cannot be written, and what is said of a
    ///   thing that is no file: whoever opens a pipe waits for ever.
    static func copy(
        _ source: String, to target: String, mode: mode_t = 0o600
    ) throws(StoreError) {
        let reading = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard reading >= 0 else { throw errno == ELOOP ? .noFile(path: source) : unread(source) }
        defer { close(reading) }
        var status = stat()
        guard fstat(reading, &status) == 0 else { throw unread(source) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: source) }
        let writing = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard writing >= 0 else { throw unwritten(target, errno) }
        defer { close(writing) }
        while true {
            guard let block = DescriptorBytes.read(upTo: 1 << 20, from: reading) else {
                throw unread(source)
            }
            if block.isEmpty { break }
            let code = DescriptorBytes.write(block, to: writing)
            guard code == 0 else { throw unwritten(target, code) }
        }
        guard fchmod(writing, mode) == 0, fsync(writing) == 0 else {
            throw unwritten(target, errno)
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(StoreError) {
        let code = FolderMaker.make(path)
        guard code == 0 else { throw unwritten(path, code) }
    }

    private static func unread(_ path: String) -> StoreError {
        .inaccessible(path: path, reason: .system(errno))
    }

    private static func unwritten(_ path: String, _ code: Int32) -> StoreError {
        .cannotWrite(path: path, reason: .system(code))
    }
}
