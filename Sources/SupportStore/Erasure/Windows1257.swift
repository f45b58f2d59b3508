/// The letters of Windows-1257, the Baltic code page of old office programs.
enum Windows1257 {
    /// The capital letters from 0xC0 on; the small ones stand 0x20 higher.
    private static let capitals = Array("ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽ".unicodeScalars)
    private static let smalls = Array("ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž".unicodeScalars)

    private static let bytes: [Unicode.Scalar: UInt8] = {
        var bytes: [Unicode.Scalar: UInt8] = ["ß": 0xDF, "–": 0x96, "’": 0x92]
        for (index, letter) in capitals.enumerated() { bytes[letter] = 0xC0 + UInt8(index) }
        for (index, letter) in smalls.enumerated() { bytes[letter] = 0xE0 + UInt8(index) }
        return bytes
    }()

    /// Returns the bytes of a text, or `nil` when the page lacks one of its characters.
    static func bytes(of text: String) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(UInt8(scalar.value))
            } else if let byte = bytes[scalar] {
                result.append(byte)
            } else {
                return nil
            }
        }
        return result
    }
}
