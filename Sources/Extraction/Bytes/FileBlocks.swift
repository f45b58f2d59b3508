import Glibc

/// Reads a file from its first to its last byte, block by block; a gzip file is unpacked on the way.
///
/// The file is read, not mapped: a file that a network share cuts short while it is read ends early
/// instead of killing the process.
struct FileBlocks: ~Copyable {
    /// Whether the file is sent compressed, by its first two bytes; blocks then hold unpacked bytes.
    var isGzip: Bool { unpacking != nil }

    private let path: FilePath
    private let descriptor: Int32
    private let unpacking: GzipStream?

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - limits: How much a compressed file may unpack to.
    /// - Throws: ``FileError`` when the file cannot be opened.
    init(path: FilePath, limits: UnpackingLimits = .init()) throws(FileError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw FileError(path: path, code: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw FileError(path: path, code: isFolder ? EISDIR : EOPNOTSUPP)
        }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        var start: [UInt8] = [0, 0]
        var unpacking: GzipStream?
        if pread(descriptor, &start, 2, 0) == 2, start == GzipStream.magic {
            unpacking = GzipStream(limits: limits)
            guard unpacking != nil else {
                close(descriptor)
                throw FileError(path: path, code: ENOMEM)
            }
        }
        self.path = path
        self.descriptor = descriptor
        self.unpacking = unpacking
    }

    /// Appends up to `count` bytes to a buffer.
    ///
    /// - Parameters:
    ///   - count: The largest number of bytes.
    ///   - buffer: Receives the bytes.
    ///   - observe: Receives the bytes as sent, before they are unpacked.
    /// - Returns: The number of bytes appended; 0 at the end of the file.
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` when a compressed file is torn,
    ///   damaged or too large.
    borrowing func read(
        upTo count: Int, into buffer: inout [UInt8],
        observe: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws -> Int {
        guard let unpacking else { return try readPlain(upTo: count, into: &buffer, observe) }
        return try unpacking.read(upTo: count, into: &buffer) { input in
            _ = try readPlain(upTo: GzipStream.bytesAtATime, into: &input, observe)
        }
    }

    private borrowing func readPlain(
        upTo count: Int, into buffer: inout [UInt8], _ observe: (UnsafeRawBufferPointer) -> Void
    ) throws(FileError) -> Int {
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
        guard failure == 0 else { throw FileError(path: path, code: failure) }
        if added > 0 {
            buffer.withUnsafeBytes { bytes in
                observe(UnsafeRawBufferPointer(rebasing: bytes[old.count...]))
            }
        }
        return added
    }

    deinit { close(descriptor) }
}
