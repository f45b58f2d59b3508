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
}
