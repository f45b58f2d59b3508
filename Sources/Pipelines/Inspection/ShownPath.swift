import Extraction

/// A path as a message may show it.
public enum ShownPath {
    /// Returns a path without characters that act instead of being seen.
    public static func text(of path: String) -> String { "\(FilePath(path))" }

    /// Returns the bytes of a path as text; those that are no UTF-8 stand as `%FF`.
    public static func text(of bytes: [UInt8]) -> String { "\(FilePath(bytes: bytes))" }
}
