/// An encoding in which exports arrive.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, little end first, with or without a byte order mark.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, big end first, with or without a byte order mark.
    case utf16BigEndian = "utf-16be"

    /// Windows-1257, the Baltic code page of Windows.
    case windows1257 = "windows-1257"
    /// ISO-8859-13, the Baltic rim.
    case iso8859Part13 = "iso-8859-13"
    /// ISO-8859-4, the Baltic and Nordic standard before ISO-8859-13.
    case iso8859Part4 = "iso-8859-4"
    /// CP775, the Baltic code page of DOS.
    case cp775
    /// Central European of the classic Macintosh, which has the Baltic letters too.
    case macCentralEuropean = "mac-central-european"

    /// Windows-1252, the Western European code page of Windows.
    case windows1252 = "windows-1252"
    /// ISO-8859-1, Western Europe.
    case iso8859Part1 = "iso-8859-1"
    /// ISO-8859-15, Western Europe with the euro.
    case iso8859Part15 = "iso-8859-15"
    /// Roman of the classic Macintosh.
    case macRoman = "mac-roman"
    /// CP850, the Western European code page of DOS.
    case cp850

    /// Windows-1250, the Central European code page of Windows.
    case windows1250 = "windows-1250"
    /// ISO-8859-2, Central Europe.
    case iso8859Part2 = "iso-8859-2"
    /// CP852, the Central European code page of DOS.
    case cp852

    /// Windows-1251, the Cyrillic code page of Windows.
    case windows1251 = "windows-1251"
    /// KOI8-R, the Russian code page of Unix.
    case koi8R = "koi8-r"
    /// CP866, the Russian code page of DOS.
    case cp866

    /// Windows-1253, the Greek code page of Windows.
    case windows1253 = "windows-1253"
    /// Windows-1254, the Turkish code page of Windows.
    case windows1254 = "windows-1254"
    /// Windows-1255, the Hebrew code page of Windows.
    case windows1255 = "windows-1255"
    /// Windows-1256, the Arabic code page of Windows.
    case windows1256 = "windows-1256"
}

extension TextEncoding {
    /// Whether every character takes one byte.
    public var isSingleByte: Bool {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: false
        default: true
        }
    }

    /// Whether every character takes two bytes or four.
    public var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The name by which the system's converter knows the encoding.
    var converterName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .windows1257: "CP1257"
        case .iso8859Part13: "ISO-8859-13"
        case .iso8859Part4: "ISO-8859-4"
        case .cp775: "CP775"
        case .macCentralEuropean: "MAC-CENTRALEUROPE"
        case .windows1252: "CP1252"
        case .iso8859Part1: "ISO-8859-1"
        case .iso8859Part15: "ISO-8859-15"
        case .macRoman: "MACINTOSH"
        case .cp850: "CP850"
        case .windows1250: "CP1250"
        case .iso8859Part2: "ISO-8859-2"
        case .cp852: "CP852"
        case .windows1251: "CP1251"
        case .koi8R: "KOI8-R"
        case .cp866: "CP866"
        case .windows1253: "CP1253"
        case .windows1254: "CP1254"
        case .windows1255: "CP1255"
        case .windows1256: "CP1256"
        }
    }
}
