/// What the declaration at the start of an XML file says of its encoding.
struct XMLDeclaration: Equatable {
    /// The name of the encoding, as it is written.
    let encoding: String
    /// The offset of the name among the bytes of the text.
    let offset: Int
    /// The physical line of the name.
    let line: Int

    /// The number of bytes within which a declaration ends.
    static let longest = 512

    /// Reads the start of a text, or returns `nil` when it names no encoding.
    ///
    /// - Parameter text: The first bytes of the file as UTF-8, ``longest`` or all of them.
    init?(start text: some Collection<UInt8>) {
        let bytes = Array(text.prefix(Self.longest))
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes[start...].starts(with: "<?xml".utf8),
            let end = bytes.firstIndex(of: UInt8(ascii: ">")),
            var place = Self.place(of: "encoding", in: bytes[start..<end])
        else { return nil }
        func skipBlanks() {
            while place < end, [0x09, 0x0A, 0x0D, 0x20].contains(bytes[place]) { place += 1 }
        }
        skipBlanks()
        guard bytes[place] == UInt8(ascii: "=") else { return nil }
        place += 1
        skipBlanks()
        let quote = bytes[place]
        let name = bytes[(place + 1)...].prefix { $0 != quote }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), name.endIndex < end,
            !name.isEmpty, name.allSatisfy(Self.isPartOfName)
        else { return nil }
        encoding = String(decoding: name, as: UTF8.self)
        offset = name.startIndex
        line = 1 + bytes[..<offset].count { $0 == 0x0A }
    }

    /// Whether the name stands for an encoding that a definition pins.
    func names(_ encoding: TextEncoding) -> Bool { Self.names(self.encoding, encoding) }

    /// Whether a name stands for an encoding.
    static func names(_ name: String, _ encoding: TextEncoding) -> Bool {
        let names =
            switch encoding {
            case .utf8: ["utf-8", "utf8"]
            case .utf16LittleEndian: ["utf-16", "utf-16le"]
            case .utf16BigEndian: ["utf-16", "utf-16be"]
            case .windows1257: ["windows-1257", "cp1257"]
            case .iso8859Part13: ["iso-8859-13", "latin7"]
            default: [encoding.rawValue, encoding.converterName.lowercased()]
            }
        return names.contains(name.lowercased())
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        let scalar = Unicode.Scalar(byte)
        return scalar.properties.isASCIIHexDigit || ("a"..."z").contains(scalar)
            || ("A"..."Z").contains(scalar) || "._-".unicodeScalars.contains(scalar)
    }

    /// Returns the place behind a word.
    private static func place(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let word = Array(word.utf8)
        return bytes.indices.first { bytes[$0...].starts(with: word) }.map { $0 + word.count }
    }
}
