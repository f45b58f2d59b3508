import Glibc

/// Bytes that are too many for memory, in a file without a name that goes away with them.
final class SpooledBytes: Sendable {
    /// As many bytes as are in memory at a time.
    private static let pieceSize = 1 << 20

    /// The number of bytes.
    let count: Int
    /// Where the file is mapped; a number, for a pointer may not pass from thread to thread.
    private let address: UInt

    /// Takes over what was written to a file; nobody writes to it any more.
    ///
    /// - Throws: ``SpoolError`` when the system does not let it be mapped.
    init(_ descriptor: Int32, count: Int) throws(SpoolError) {
        let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, start != MAP_FAILED else { throw SpoolError(code: errno) }
        address = UInt(bitPattern: start)
        self.count = count
    }

    /// Hands the bytes out piece by piece; a piece is valid only until the body returns.
    func forEachPiece<Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
        for place in stride(from: 0, to: count, by: Self.pieceSize) {
            let piece = UnsafeMutableRawBufferPointer(
                start: start + place, count: min(Self.pieceSize, count - place))
            // What was read need not stay in memory; the disk has it.
            defer { madvise(piece.baseAddress, piece.count, MADV_DONTNEED) }
            try body(UnsafeRawBufferPointer(piece))
        }
    }

    deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
}

/// The machine gave no room for what is too long for memory.
public struct SpoolError: Error, Hashable {
    /// The system's error number.
    public let code: Int32

    /// The folder of temporary files, which is that of SQLite.
    public static var folder: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    }
}
