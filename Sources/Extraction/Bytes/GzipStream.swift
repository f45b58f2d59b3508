import CZlib
import Diagnostics

/// Unpacks a gzip file (RFC 1952) block by block; members that follow one another are one text.
final class GzipStream {
    private let stream: UnsafeMutablePointer<z_stream>
    private let limits: UnpackingLimits
    private var input: [UInt8] = []
    private var position = 0
    private var sent = 0
    private var unpacked = 0
    private var isBetweenMembers = true
    private var isAtEnd = false

    private static let inputSize = 1 << 16

    /// The first two bytes of every member.
    static let magic: [UInt8] = [0x1F, 0x8B]

    /// Creates a stream, or returns `nil` when there is no memory for one.
    init?(limits: UnpackingLimits) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        self.limits = limits
        guard czlib_begin_gzip(stream) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Appends up to `count` unpacked bytes to a buffer.
    ///
    /// - Parameters:
    ///   - count: The number of bytes wanted; fewer come only at the end.
    ///   - buffer: Receives the bytes.
    ///   - fill: Puts the next bytes as sent into a buffer; none at the end.
    /// - Returns: The number of bytes appended; 0 at the end.
    /// - Throws: ``FileRefusal`` when the file is torn, damaged or too large, and what `fill` throws.
    func read(
        upTo count: Int, into buffer: inout [UInt8], fill: (inout [UInt8]) throws -> Void
    ) throws -> Int {
        var missing = count
        while missing > 0, !isAtEnd {
            if position == input.count {
                input.removeAll(keepingCapacity: true)
                position = 0
                try fill(&input)
                sent += input.count
                if input.isEmpty {
                    guard isBetweenMembers else { throw refusal(ExtractionRules.tornGzip) }
                    isAtEnd = true
                    break
                }
            }
            if isBetweenMembers, try !beginMember() { continue }
            missing -= try unpack(upTo: min(missing, Self.inputSize), into: &buffer)
            try checkLimits()
        }
        return count - missing
    }

    /// Prepares for the next member.
    ///
    /// - Returns: Whether there is one among the bytes at hand; some programs fill up with zeros.
    private func beginMember() throws -> Bool {
        if unpacked > 0 || stream.pointee.total_in > 0 {
            while position < input.count, input[position] == 0 { position += 1 }
            guard position < input.count else { return false }
        }
        guard input[position] == Self.magic[0], inflateReset(stream) == Z_OK else {
            throw refusal(ExtractionRules.damagedGzip)
        }
        isBetweenMembers = false
        return true
    }

    private func unpack(upTo count: Int, into buffer: inout [UInt8]) throws -> Int {
        var result = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            input.withUnsafeMutableBufferPointer { source in
                stream.pointee.next_in = source.baseAddress.map { $0 + position }
                stream.pointee.avail_in = UInt32(source.count - position)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(count)
                result = inflate(stream, Z_NO_FLUSH)
                position = source.count - Int(stream.pointee.avail_in)
                filled = count - Int(stream.pointee.avail_out)
            }
        }
        buffer += piece
        unpacked += piece.count
        switch result {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default: throw refusal(ExtractionRules.damagedGzip)
        }
        return piece.count
    }

    private func checkLimits() throws {
        guard unpacked > limits.bytes else {
            guard unpacked > limits.ratioFrom, unpacked / max(1, sent) >= limits.ratio else {
                return
            }
            throw refusal(
                ExtractionRules.unpackedTooLarge,
                details: [
                    "limit.lv": "vairāk nekā \(limits.ratio) baiti no katra sūtītā",
                    "limit.en": "more than \(limits.ratio) bytes from each byte sent",
                ])
        }
        throw refusal(
            ExtractionRules.unpackedTooLarge,
            details: [
                "limit.lv": "vairāk nekā \(limits.bytes) baiti",
                "limit.en": "more than \(limits.bytes) bytes",
            ])
    }

    private func refusal(_ rule: Rule, details: [String: String] = [:]) -> FileRefusal {
        FileRefusal(
            rule, byte: sent - (input.count - position),
            details: details.merging(["unpacked": "\(unpacked)"]) { first, _ in first })
    }

    /// Returns a buffer's worth of bytes as sent to ask for at a time.
    static var bytesAtATime: Int { inputSize }
}
