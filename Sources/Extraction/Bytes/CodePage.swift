import Glibc

/// The meaning of each byte in an encoding of one byte a character.
struct CodePage: Sendable {
    /// The character of each byte; `nil` where a byte has no meaning.
    ///
    /// The control characters 80 to 9F of the ISO encodings and the private characters of the
    /// Macintosh have no meaning in a text: a file that has them is in another encoding.
    let scalars: [Unicode.Scalar?]

    /// The code pages of all encodings that have one.
    static let all: [TextEncoding: CodePage] = {
        var pages: [TextEncoding: CodePage] = [:]
        for encoding in TextEncoding.allCases where encoding.isSingleByte {
            pages[encoding] = CodePage(asking: encoding.converterName)
        }
        return pages
    }()

    /// Asks the system for the meaning of each byte, so that no table of ours can be wrong.
    private init(asking name: String) {
        let converter = iconv_open("UTF-8", name)
        defer { iconv_close(converter) }
        // Windows-1255 holds a letter back until it knows whether a mark joins it.
        scalars = (0...255).map { value in
            var input = [CChar(bitPattern: UInt8(value))]
            var output = [CChar](repeating: 0, count: 8)
            let count = input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    var from = source.baseAddress
                    var to = target.baseAddress
                    var left = 1
                    var room = 8
                    let isDone = iconv(converter, &from, &left, &to, &room) != -1 && left == 0
                    let isFlushed = iconv(converter, nil, nil, &to, &room) != -1
                    return isDone && isFlushed ? 8 - room : 0
                }
            }
            let bytes = output[..<count].map { UInt8(bitPattern: $0) }
            let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
            return scalar.flatMap(Self.isText) == true ? scalar : nil
        }
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate: false
        case .control: scalar.isASCII
        default: true
        }
    }

    /// Whether bytes of a file are letters here and something else in another code page.
    func hasOtherLetters(than encoding: TextEncoding, _ bytes: ByteTally) -> Bool {
        guard let other = CodePage.all[encoding] else { return false }
        return (UInt8(0x80)...UInt8.max).contains { byte in
            let (here, there) = (scalars[Int(byte)], other.scalars[Int(byte)])
            return bytes[byte] != nil && here != there && here?.properties.isAlphabetic == true
        }
    }
}
