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

    /// Returns the offset of a place ahead, without keeping it from being asked for places before.
    func offset(ahead place: Int) -> Int {
        var ahead = self
        return ahead.offset(at: place)
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
