/// Turns blocks of a file into UTF-8 for detection, where only the shape of the text counts.
///
/// What has no meaning stands as U+FFFD, in one pass however much of it there is; the reader tells of it.
struct ShapeDecoder {
    private let encoding: TextEncoding
    /// The UTF-8 of each byte of a code page.
    private let page: [[UInt8]]
    /// Half a code unit of UTF-16 that waits for the next block.
    private var half: UInt8?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        page = (CodePage.all[encoding]?.scalars ?? []).map { Array(String($0 ?? "\u{FFFD}").utf8) }
    }

    /// Appends a block to a text.
    mutating func append(_ block: [UInt8], to text: inout [UInt8]) {
        if encoding.isUTF16 {
            appendUTF16(block, to: &text)
        } else if page.isEmpty {
            text += block
        } else {
            text.reserveCapacity(text.count + block.count)
            for byte in block {
                if byte < 0x80 { text.append(byte) } else { text += page[Int(byte)] }
            }
        }
    }

    private mutating func appendUTF16(_ block: [UInt8], to text: inout [UInt8]) {
        let bytes = (half.map { [$0] } ?? []) + block
        half = bytes.count % 2 == 1 ? bytes.last : nil
        let isLittle = encoding == .utf16LittleEndian
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        text += Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
