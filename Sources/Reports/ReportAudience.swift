/// Whom the files of a report are for.
public enum ReportAudience: String, Sendable, CaseIterable {
    /// The Board: every figure, every file read and every finding.
    case `internal`
    /// Everybody: protected figures alone.
    case `public`
}
