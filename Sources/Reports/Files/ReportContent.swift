import Crypto

/// The content of a file of a report: in memory, or on the disk where it is long.
public struct ReportContent: Hashable, Sendable {
    private enum Place: Sendable {
        case memory([UInt8])
        case disk(SpooledBytes)
    }

    private let place: Place
    /// Creates content that lies in memory.
    public init(_ bytes: [UInt8]) { place = .memory(bytes) }

    init(spooled bytes: SpooledBytes) { place = .disk(bytes) }

    /// The SHA-256 as hexadecimal digits; it is reckoned each time.
    public var sha256: String {
        var hash = SHA256()
        forEachPiece { hash.update(bufferPointer: $0) }
        return ContentHash(hash.finalize()).hexadecimal
    }

    /// The number of bytes.
    public var count: Int {
        switch place {
        case .memory(let bytes): bytes.count
        case .disk(let bytes): bytes.count
        }
    }

    /// All bytes, in memory.
    public var bytes: [UInt8] {
        switch place {
        case .memory(let bytes): return bytes
        case .disk(let spooled):
            var bytes: [UInt8] = []
            bytes.reserveCapacity(spooled.count)
            spooled.forEachPiece { bytes.append(contentsOf: $0) }
            return bytes
        }
    }

    /// Hands the bytes out in their order; what lies on the disk comes piece by piece.
    public func forEachPiece<Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        switch place {
        case .disk(let bytes): try bytes.forEachPiece(body)
        case .memory(let bytes):
            try bytes.withUnsafeBufferPointer { piece throws(Failure) in
                try body(UnsafeRawBufferPointer(piece))
            }
        }
    }

    /// Whether two contents have the same bytes.
    public static func == (first: ReportContent, second: ReportContent) -> Bool {
        first.count == second.count && first.sha256 == second.sha256
    }

    /// Enters the number of bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
