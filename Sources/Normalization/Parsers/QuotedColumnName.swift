/// The name of a column as a message may quote it: where a file has no header, a row of data may have
/// been taken for one.
public struct QuotedColumnName {
    /// What a message may show.
    public let text: String

    /// Quotes a name.
    public init(_ name: String) {
        text = QuotedText.mayHoldCode(name) ? "…" : String(name.prefix(60))
    }
}
