import Glibc

/// Turns blocks of another encoding into UTF-8, whatever the borders of the blocks.
struct Transcoder: ~Copyable {
    private let converter: iconv_t?
    private let page: PageInUTF8?
    private var consumed = 0
    private var held: [UInt8] = []

    /// Creates a transcoder, or returns `nil` for UTF-8, which needs none.
    init?(from encoding: TextEncoding) {
        guard encoding != .utf8 else { return nil }
        page = CodePage.all[encoding].map(PageInUTF8.init)
        converter = page == nil ? iconv_open("UTF-8", encoding.converterName) : nil
    }

    /// Appends a block to the output as UTF-8; a character cut by the border waits for the next block.
    ///
    /// - Throws: ``UndefinedByte`` with the offset from the first byte ever appended.
    mutating func append(_ block: [UInt8], to output: inout [UInt8]) throws(UndefinedByte) {
        if let page {
            let fault = page.append(block, to: &output)
            if let fault { throw UndefinedByte(offset: consumed + fault, byte: block[fault]) }
            consumed += block.count
            return
        }
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
                if code == EILSEQ {
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

    deinit { if let converter { iconv_close(converter) } }
}

/// The UTF-8 of each byte of a code page, four bytes apart; it has no byte where there is no meaning.
private struct PageInUTF8 {
    private var bytes: [UInt8] = []
    private var counts: [Int] = []

    init(_ page: CodePage) {
        for scalar in page.scalars {
            let encoded = scalar.map { Array(String($0).utf8) } ?? []
            counts.append(encoded.count)
            bytes += encoded + [UInt8](repeating: 0, count: 4 - encoded.count)
        }
    }

    /// Appends a block and returns the place of the first byte without meaning.
    func append(_ block: [UInt8], to output: inout [UInt8]) -> Int? {
        output.reserveCapacity(output.count + block.count + block.count / 4)
        var start = 0
        while start < block.count {
            let end = block[start...].firstIndex { $0 >= 0x80 } ?? block.count
            output += block[start..<end]
            guard end < block.count else { return nil }
            let byte = Int(block[end])
            guard counts[byte] > 0 else { return end }
            output += bytes[(byte * 4)..<(byte * 4 + counts[byte])]
            start = end + 1
        }
        return nil
    }
}
