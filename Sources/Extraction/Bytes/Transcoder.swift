import Glibc

/// Turns blocks of another encoding into UTF-8, whatever the borders of the blocks.
struct Transcoder: ~Copyable {
    private let converter: iconv_t
    private let isLenient: Bool
    private let unit: Int
    private var consumed = 0
    private var held: [UInt8] = []

    /// Creates a transcoder, or returns `nil` for UTF-8, which needs none.
    ///
    /// - Parameters:
    ///   - encoding: The encoding of the blocks.
    ///   - isLenient: Whether U+FFFD stands for what has no meaning, instead of an error.
    init?(from encoding: TextEncoding, isLenient: Bool = false) {
        guard encoding != .utf8 else { return nil }
        self.isLenient = isLenient
        unit = encoding.isUTF16 ? 2 : 1
        converter = iconv_open("UTF-8", encoding.converterName)
    }

    /// Appends a block to the output as UTF-8; a character cut by the border waits for the next block.
    ///
    /// - Throws: ``UndefinedByte`` with the offset from the first byte ever appended.
    mutating func append(_ block: [UInt8], to output: inout [UInt8]) throws(UndefinedByte) {
        var input = held + block
        held = []
        var failure: UndefinedByte?
        var rest = 0
        input.withUnsafeMutableBytes { source in
            guard let start = source.baseAddress else { return }
            var from: UnsafeMutablePointer<CChar>? = start.assumingMemoryBound(to: CChar.self)
            var left = source.count
            let room = 1 << 15
            while left > 0 {
                var code: Int32 = 0
                let piece = [UInt8](unsafeUninitializedCapacity: room) { target, filled in
                    guard let base = target.baseAddress else { return }
                    var to: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(base)
                        .assumingMemoryBound(to: CChar.self)
                    var free = room
                    if iconv(converter, &from, &left, &to, &free) == -1 { code = errno }
                    filled = room - free
                }
                output.append(contentsOf: piece)
                if code == EINVAL { break }
                if code == EILSEQ, isLenient {
                    output += [0xEF, 0xBF, 0xBD]
                    let skipped = min(unit, left)
                    from? += skipped
                    left -= skipped
                } else if code == EILSEQ {
                    let offset = source.count - left
                    failure = UndefinedByte(offset: consumed + offset, byte: source[offset])
                    break
                }
            }
            rest = left
        }
        consumed += input.count - rest
        held = Array(input.suffix(rest))
        if let failure { throw failure }
    }

    /// Ends the stream.
    ///
    /// - Throws: ``UndefinedByte`` when half a character is left over.
    func finish() throws(UndefinedByte) {
        if let byte = held.first { throw UndefinedByte(offset: consumed, byte: byte) }
    }

    deinit { iconv_close(converter) }
}

/// How many bytes of the file as sent each byte of its UTF-8 form stands for.
enum OffsetScale: Sendable {
    /// The bytes are those of the file.
    case identity
    /// Each character was one byte.
    case singleByte
    /// Each character was two bytes, or four beyond the basic plane.
    case utf16

    init(_ encoding: TextEncoding) {
        switch encoding {
        case .utf8: self = .identity
        case .utf16LittleEndian, .utf16BigEndian: self = .utf16
        default: self = .singleByte
        }
    }

    /// Returns the number of bytes as sent behind some bytes of UTF-8.
    func length(of bytes: some Sequence<UInt8>, count: Int) -> Int {
        switch self {
        case .identity: count
        case .singleByte: bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        case .utf16: bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 4 : 2) }
        }
    }
}

/// Tells where in the file as sent a place in its UTF-8 form lies; places must be asked in order.
struct SentOffsets {
    private let scale: OffsetScale
    private var blocks: [(start: Int, text: [UInt8])] = []
    private var fed = 0
    private var reached = 0
    private var sent = 0

    init(scale: OffsetScale) { self.scale = scale }

    mutating func append(_ text: [UInt8]) {
        if case .identity = scale { return }
        blocks.append((fed, text))
        fed += text.count
    }

    mutating func offset(at place: Int) -> Int {
        if case .identity = scale { return place }
        while reached < place, let block = blocks.first {
            let end = min(place, block.start + block.text.count)
            let fresh = block.text[(reached - block.start)..<(end - block.start)]
            sent += scale.length(of: fresh, count: fresh.count)
            reached = end
            if reached == block.start + block.text.count { blocks.removeFirst() }
        }
        return sent
    }
}
