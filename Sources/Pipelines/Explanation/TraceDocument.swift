import Rollup

/// What `trace FILE:LINE` says of a line; the property names are those of the JSON.
public struct TraceDocument: Encodable, Sendable {
    /// The form of the document.
    let schema = "pumpurs-trace/1"
    /// The file, as it is shown.
    let file: String
    /// The line, or the row of the sheet.
    let line: Int
    /// The records that begin on the line, or the innermost one that spans it.
    public let records: [TracedRecord]
    /// What was found on the line that concerns no record.
    let findings: [TracedFinding]
}

/// A record and the figures that it touches.
public struct TracedRecord: Encodable, Sendable {
    /// What became of a record.
    enum State: String, Encodable, Sendable {
        case loaded
        case heldBack = "held_back"
        case ignored
        case superseded
    }

    let delivery: Int
    let sha256: String
    let line: Int
    let cell: String?
    let byte: Int?
    let state: State
    /// The delivery that took the place of the record's, or `nil` while it is in force.
    let successor: Int?
    let kinds: [String]
    let findings: [TracedFinding]
    /// The figures that the record is evidence of, and those made from them.
    let figures: [String]
    /// The figures that would differ if the record did not count, or, of one held back, if it did.
    let changes: [TracedChange]
}

/// A finding on a record.
struct TracedFinding: Encodable, Sendable {
    let rule: String
    let severity: String
    let column: String?
    let message: TwoTexts
    let advice: TwoTexts
}

/// A figure with and without a record.
struct TracedChange: Encodable, Sendable {
    let address: String
    let now: Double?
    let otherwise: Double?
    /// The exact values.
    let exact: (now: FigureValue?, otherwise: FigureValue?)

    enum CodingKeys: String, CodingKey { case address, now, otherwise }
}
