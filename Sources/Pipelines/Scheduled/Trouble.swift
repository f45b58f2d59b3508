public import Diagnostics

/// Something that somebody must look at after a rollup.
public struct Trouble: Hashable, Sendable {
    /// How bad it is.
    public let severity: Severity
    /// What it is, and what can be done.
    public let message: MessageText

    /// Creates a trouble.
    public init(_ severity: Severity, lv: String, en: String) {
        self.severity = severity
        message = MessageText(lv: lv, en: en)
    }
}
