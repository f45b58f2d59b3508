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
        default:
            guard let page = CodePage.all[self] else { return nil }
            var bytes: [Unicode.Scalar: UInt8] = [:]
            for byte in (UInt8.min...UInt8.max).reversed() {
                if let scalar = page.scalars[Int(byte)] { bytes[scalar] = byte }
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
