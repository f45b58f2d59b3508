public import PupilSupport

/// A record that is or was held back, with its history.
public struct HeldEntry: Sendable {
    /// What became of a record.
    public enum State: String, Sendable {
        /// It is held back.
        case held
        /// Its file was judged again and it counts now, or is left out by rule.
        case released
        /// The file that it stood in was replaced.
        case replaced
    }

    /// A run of the program.
    public struct Run: Sendable, Hashable {
        /// Its number.
        public let number: Int
        /// When it began, in seconds since 1970.
        public let startedAt: Int
    }

    /// The number by which people speak of it.
    public let id: Int
    /// The delivery that held it back last.
    public let delivery: Int
    /// The fingerprint of the file's bytes.
    public let sha256: [UInt8]
    /// The path of the file below the inbox.
    public let fileName: String
    /// The sheet, or `nil` when the file is no workbook.
    public let sheet: String?
    /// The code of the source.
    public let source: String
    /// The kind of file.
    public let kind: String
    /// The codes of the schools that it may concern: one, where the record or its file says which.
    public let schools: [String]
    /// The semester, where the record or its file says which.
    public let semester: Semester?
    /// The physical line of its first byte, or the row of the sheet.
    public let line: Int
    /// The offset of its first byte in the file as sent, or in the text of the sheet.
    public let byte: Int
    /// The codes of the rules that held it back the last time.
    public let rules: [String]
    /// The run that held it back first; `nil` for one before runs were counted.
    public let firstSeen: Run?
    /// The number of runs that judged it and held it back.
    public let attempts: Int
    /// What became of it.
    public let state: State
    /// The run that let it go or replaced its file.
    public let ended: Run?
}
