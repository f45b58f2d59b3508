import Diagnostics
import Glibc

/// Looks at the markup of a file before libxml2 does, which tells of a tag only when it has read all of it
/// and compared every attribute with every other.
///
/// It follows well-formed XML exactly. Where a file is not well-formed it may lose its way; the parser
/// is given what stands before an excess first, and so finds such a fault before the excess counts.
struct XMLTagScanner {
    /// A limit that is passed, or a DOCTYPE.
    struct Excess: Equatable {
        let rule: Rule
        let details: [String: String]
        /// The offset of the markup's first byte among all bytes scanned.
        let offset: Int
        /// The physical line of that byte.
        let line: Int
    }

    enum State {
        case text
        /// Behind `<`.
        case open
        /// Behind `<!`.
        case declaration
        case startTag
        case quoted(by: UInt8)
        case endTag
        case instruction
        case comment
        case characterData
        /// Behind `<!DOCTYPE`, where it is passed over.
        case documentType
        case documentTypeQuoted(by: UInt8)
    }

    private let limits: XMLLimits
    private(set) var state = State.text
    /// The offset and the line of the block's first byte.
    private var offset = 0
    private var line = 1
    /// The offset and the line of the markup's first byte; the line is known once a block ends within.
    private var start = 0
    private var startLine = 1
    private var attributes = 0
    /// The bytes behind `<!`, as far as they have come.
    private var word: UInt64 = 0
    /// The last two bytes of the block before, the last one lowest.
    private var tail: UInt16 = 0

    init(limits: XMLLimits) { self.limits = limits }

    /// Scans the next block.
    ///
    /// - Returns: The first excess; nothing can be scanned behind it.
    mutating func scan(_ block: [UInt8]) -> Excess? {
        block.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                if let excess = skipTags(bytes, &place) { return excess }
                // It may have come to the end.
                if place < bytes.count, let excess = step(bytes, &place) { return excess }
            }
            if let excess = lengthExcess(at: bytes.count, in: bytes) { return excess }
            var reached = 0
            if start >= offset {
                reached = min(start - offset, bytes.count)
                line += Self.lineFeeds(in: bytes, 0..<reached)
                startLine = line
            }
            line += Self.lineFeeds(in: bytes, reached..<bytes.count)
            offset += bytes.count
            for byte in bytes.suffix(2) { tail = tail << 8 | UInt16(byte) }
            return nil
        }
    }

    /// Moves on to where the state changes.
    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> Excess? {
        switch state {
        case .text:
            place = Self.place(of: UInt8(ascii: "<"), in: bytes, from: place)
            start = offset + place
            place += 1
            if place <= bytes.count { state = .open }
        case .open:
            attributes = 0
            word = 0
            switch bytes[place] {
            case UInt8(ascii: "!"): state = .declaration
            case UInt8(ascii: "?"): state = .instruction
            case UInt8(ascii: "/"): state = .endTag
            default:
                state = .startTag
                return nil
            }
            place += 1
        case .declaration:
            word = word << 8 | UInt64(bytes[place])
            place += 1
            return declaration(length: offset + place - start - 2, in: bytes)
        case .startTag: return startTag(bytes, &place)
        case .quoted(let quote):
            place = Self.place(of: quote, in: bytes, from: place) + 1
            if place <= bytes.count { state = .startTag }
        case .endTag:
            return close(bytes, &place) { _, _ in true }
        case .instruction:
            return close(bytes, &place) { last, length in
                last & 0xFF == UInt16(UInt8(ascii: "?")) && length > 3
            }
        case .comment:
            return close(bytes, &place) { last, length in last == 0x2D2D && length > 6 }
        case .characterData:
            return close(bytes, &place) { last, _ in last == 0x5D5D }
        case .documentType: return documentType(bytes, &place)
        case .documentTypeQuoted(let quote):
            let end = Self.place(of: quote, in: bytes, from: place)
            // No address needs a bracket, and libxml2 takes one for the end where a block ends behind it.
            guard !bytes[place..<min(end, bytes.count)].contains(UInt8(ascii: ">")) else {
                return excess(ExtractionRules.documentType, [:], in: bytes)
            }
            place = end + 1
            if place <= bytes.count { state = .documentType }
        }
        return nil
    }

    private mutating func declaration(
        length: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess? {
        if length == 2, word == 0x2D2D {
            state = .comment
        } else if length == 7 {
            // `DOCTYPE` and `[CDATA[` as their bytes.
            if word == 0x44_4F43_5459_5045 {
                guard limits.documentType == .ignore else {
                    return excess(ExtractionRules.documentType, [:], in: bytes)
                }
                state = .documentType
                return nil
            }
            state = word == 0x5B_4344_4154_415B ? .characterData : .text
        }
        return nil
    }

    /// Moves to the end of a DOCTYPE that names a document type and declares nothing itself.
    private mutating func documentType(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> Excess? {
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "["): return excess(ExtractionRules.documentType, [:], in: bytes)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                state = .documentTypeQuoted(by: byte)
                return nil
            case UInt8(ascii: ">"):
                return endMarkup(at: place, in: bytes)
            default: continue
            }
        }
        return nil
    }

    private mutating func startTag(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> Excess? {
        while place < bytes.count, case .startTag = state {
            place += 1
            if let excess = sign(bytes[place - 1], behind: place, in: bytes) { return excess }
        }
        return nil
    }

    /// Takes the next byte of a start tag.
    @inline(__always)
    mutating func sign(
        _ byte: UInt8, behind place: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess? {
        switch byte {
        case UInt8(ascii: "="):
            attributes += 1
            guard attributes > limits.attributes else { return nil }
            return lengthExcess(at: place, in: bytes)
                ?? excess(ExtractionRules.limit, limits.attributeDetails, in: bytes)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            state = .quoted(by: byte)
            return nil
        case UInt8(ascii: ">"): return endMarkup(at: place, in: bytes)
        default: return nil
        }
    }

    /// Whether text or a tag goes on.
    @inline(__always)
    var isInTextOrTag: Bool {
        switch state {
        case .text, .startTag, .quoted, .endTag: true
        default: false
        }
    }

    /// Begins a markup at a `<` of the block.
    @inline(__always)
    mutating func beginMarkup(at place: Int) {
        start = offset + place
        state = .open
    }

    /// Begins a tag, behind its `<`.
    ///
    /// - Returns: Whether it is one, by the byte there.
    @inline(__always)
    mutating func beginTag(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return false
        case UInt8(ascii: "/"): state = .endTag
        default:
            attributes = 0
            state = .startTag
        }
        return true
    }

    /// Goes on with a start tag behind a value.
    @inline(__always)
    mutating func endValue() { state = .startTag }

    /// Moves behind the next `>` and ends the markup when it closes it.
    ///
    /// - Parameter isEnd: Receives the two bytes before the `>` and the number of bytes of the markup.
    private mutating func close(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, where isEnd: (UInt16, Int) -> Bool
    ) -> Excess? {
        let end = Self.place(of: UInt8(ascii: ">"), in: bytes, from: place)
        place = end + 1
        guard end < bytes.count else { return nil }
        var last = tail
        for byte in bytes[max(0, end - 2)..<end] { last = last << 8 | UInt16(byte) }
        guard isEnd(last, offset + place - start) else { return nil }
        return endMarkup(at: place, in: bytes)
    }

    /// Goes on with text behind a markup, unless it was too long.
    @inline(__always)
    mutating func endMarkup(
        at place: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess? {
        if let excess = lengthExcess(at: place, in: bytes) { return excess }
        state = .text
        return nil
    }

    // MARK: - Excesses

    /// Returns the excess of a markup that is too long as far as a place of the block.
    @inline(__always)
    private func lengthExcess(
        at place: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess? {
        let length = offset + min(place, bytes.count) - start
        // Most tags are shorter than any limit.
        guard length > limits.tagBytes || length > limits.commentBytes else { return nil }
        return excess(ofLength: length, in: bytes)
    }

    private func excess(
        ofLength length: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess? {
        switch state {
        case .startTag, .quoted, .endTag, .documentType, .documentTypeQuoted:
            guard length > limits.tagBytes else { return nil }
            return excess(ExtractionRules.limit, limits.tagDetails, in: bytes)
        case .comment, .instruction:
            guard length > limits.commentBytes else { return nil }
            return excess(ExtractionRules.limit, limits.commentDetails, in: bytes)
        case .text, .open, .declaration, .characterData: return nil
        }
    }

    private func excess(
        _ rule: Rule, _ details: [String: String], in bytes: UnsafeBufferPointer<UInt8>
    ) -> Excess {
        Excess(
            rule: rule, details: details, offset: start,
            line: start >= offset ? line(at: start, in: bytes) : startLine)
    }

    /// Returns the line of a place at or behind the block's first byte.
    private func line(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        line + Self.lineFeeds(in: bytes, 0..<min(place - offset, bytes.count))
    }

    /// Returns where a byte stands next, or the number of bytes when it does not.
    private static func place(
        of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}
