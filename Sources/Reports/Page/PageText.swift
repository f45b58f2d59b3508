/// Text of a page, in which nothing is taken for markup.
enum PageText {
    /// Appends text to a page.
    static func append(_ text: String, to page: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (place, byte) in bytes.enumerated() {
                guard let name = name(of: byte) else { continue }
                page.append(contentsOf: bytes[start..<place])
                page.append(contentsOf: name.utf8)
                start = place + 1
            }
            page.append(contentsOf: bytes[start...])
        }
    }

    /// How HTML names a character that would be markup.
    private static func name(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
