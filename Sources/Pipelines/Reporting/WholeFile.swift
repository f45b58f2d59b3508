import Glibc

/// Writes files that somebody named, each so that a reader sees the old one or the new one.
public enum WholeFile {
    /// Replaces a file in one step; its owner alone can read it.
    ///
    /// - Throws: ``OutputError`` when it cannot be written; the old one is as before.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        try replace(bytes, at: path, mode: 0o600)
    }

    /// Replaces a file in one step by what comes piece by piece; its owner alone can read it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - content: Hands on the pieces.
    /// - Throws: ``OutputError`` when it cannot be written, and what the content throws; the old one is as before.
    public static func write(
        to path: String, _ content: (_ body: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let file = try OutputFile(path, shownAs: ShownPath.text(of: path))
        try content { try file.write($0) }
        try file.finish()
    }

    /// Replaces a file in one step where it holds other bytes.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - path: The file.
    ///   - mode: Who can read it.
    static func replace(_ bytes: [UInt8], at path: String, mode: mode_t) throws(OutputError) {
        let file = try OutputFile(path, shownAs: ShownPath.text(of: path), mode: mode)
        try file.write(bytes)
        try file.finish()
    }
}
