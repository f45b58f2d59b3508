/// A mark at the start of a file that tells its encoding.
public enum ByteOrderMark: Sendable, Hashable {
    /// EF BB BF.
    case utf8
    /// FF FE.
    case utf16LittleEndian
    /// FE FF.
    case utf16BigEndian

    init?(start bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            self = .utf8
        } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
            self = .utf16LittleEndian
        } else if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// The encoding that the mark tells.
    public var encoding: TextEncoding {
        switch self {
        case .utf8: .utf8
        case .utf16LittleEndian: .utf16LittleEndian
        case .utf16BigEndian: .utf16BigEndian
        }
    }

    /// The length of the mark in bytes.
    public var length: Int { self == .utf8 ? 3 : 2 }
}
