/// Writes files that somebody named, each so that a reader sees the old one or the new one.
public enum WholeFile {
    /// Replaces a file in one step; its owner alone can read it.
    ///
    /// - Throws: ``OutputError`` when it cannot be written; the old one is as before.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let file = try OutputFile(path, shownAs: ShownPath.text(of: path))
        try file.write(bytes)
        try file.finish()
    }
}
