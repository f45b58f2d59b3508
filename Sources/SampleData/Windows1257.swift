/// Encodes text as Windows-1257, the Baltic code page of old office programs.
enum Windows1257 {
    private static let bytes: [Unicode.Scalar: UInt8] = [
        "Ā": 0xC2, "Č": 0xC8, "Ē": 0xC7, "Ģ": 0xCC, "Ī": 0xCE, "Ķ": 0xCD, "Ļ": 0xCF, "Ņ": 0xD2,
        "Š": 0xD0, "Ū": 0xDB, "Ž": 0xDE, "ā": 0xE2, "č": 0xE8, "ē": 0xE7, "ģ": 0xEC, "ī": 0xEE,
        "ķ": 0xED, "ļ": 0xEF, "ņ": 0xF2, "š": 0xF0, "ū": 0xFB, "ž": 0xFE, "„": 0x84, "“": 0x93,
        "”": 0x94, "–": 0x96, "…": 0x85,
    ]

    /// Returns the bytes of a text; a character that the page lacks becomes a question mark.
    static func encode(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : bytes[scalar] ?? UInt8(ascii: "?")
        }
    }
}
