import Glibc

/// Reads a file from its first to its last byte, block by block.
///
/// The file is read, not mapped: a file that a network share cuts short while it is read ends early
/// instead of killing the process.
struct FileBlocks: ~Copyable {
    private let descriptor: Int32

    /// Opens a file.
    ///
    /// - Throws: ``FileError`` when the file cannot be opened.
    init(path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let code = errno
            close(descriptor)
            throw FileError(path: path, code: code == 0 ? EISDIR : code)
        }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        self.descriptor = descriptor
    }

    /// Appends up to `count` bytes to a buffer.
    ///
    /// - Returns: The number of bytes appended; 0 at the end of the file.
    /// - Throws: ``FileError`` when reading fails.
    borrowing func read(upTo count: Int, into buffer: inout [UInt8]) throws(FileError) -> Int {
        let old = buffer
        let wanted = old.count + count
        var failure: Int32 = 0
        var added = 0
        buffer = []
        buffer = [UInt8](unsafeUninitializedCapacity: wanted) { target, filled in
            guard let base = target.baseAddress else { return }
            old.withUnsafeBufferPointer { source in
                if let start = source.baseAddress {
                    base.update(from: start, count: source.count)
                }
            }
            var result = 0
            repeat {
                result = Glibc.read(descriptor, base + old.count, count)
            } while result < 0
                && errno == EINTR
            if result < 0 { failure = errno } else { added = result }
            filled = old.count + added
        }
        guard failure == 0 else { throw FileError(path: "", code: failure) }
        return added
    }

    deinit { close(descriptor) }
}

/// A file that cannot be read, and why.
public struct FileError: Error, Hashable, CustomStringConvertible {
    /// The path of the file.
    public let path: String
    /// The system's error number.
    public let code: Int32

    /// The system's words for the error.
    public var description: String { String(cString: strerror(code)) }
}
