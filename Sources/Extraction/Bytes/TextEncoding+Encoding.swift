extension TextEncoding {
    /// Returns the bytes of a text, or `nil` when the encoding lacks one of its characters.
    ///
    /// UTF-16 begins with its byte order mark, as programs save it.
    public func encoded(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf16LittleEndian:
            return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1257, .iso8859Part13:
            let decoder = TextDecoder(self)
            var bytes: [Unicode.Scalar: UInt8] = [:]
            for byte in UInt8.min...UInt8.max {
                let scalar = [byte].withUnsafeBufferPointer { try? decoder.text(of: $0) }?
                    .unicodeScalars.first
                if let scalar { bytes[scalar] = byte }
            }
            var result: [UInt8] = []
            for scalar in text.unicodeScalars {
                guard let byte = bytes[scalar] else { return nil }
                result.append(byte)
            }
            return result
        }
    }
}
