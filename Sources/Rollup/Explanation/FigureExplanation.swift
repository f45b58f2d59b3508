public import PupilSupport

/// From what a figure was made: rows of evidence, or other figures.
public struct FigureExplanation: Sendable {
    /// The figure.
    public let figure: Figure
    /// What it means.
    public let indicator: IndicatorDefinition
    /// The rows that it was counted from, or `nil` when it is made from other figures.
    public let evidence: FigureEvidence?
    /// The figures that it is made from, in the order of the definition.
    public let operands: [FigureExplanation]
    /// The target that it shows, or `nil`.
    public let target: Target?
}

/// The rows of a query that a figure was counted from.
public struct FigureEvidence: Sendable {
    /// The name of the query's file.
    public let query: String
    /// What the query reads, as the family names it.
    public let source: LocalizedText?
    /// The names of the columns, those of the place apart.
    public let columns: [String]
    /// The rows, in the order of the query.
    public let rows: [EvidenceRow]
    /// The number of different things in the rows: persons, plans, records, as the figure counts them.
    public let things: Int
}

/// One row of evidence and the record that it comes from.
public struct EvidenceRow: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line of the record's first byte, from 1, or the row of the sheet.
    public let line: Int
    /// The offset of the record's first byte.
    public let byte: Int
    /// The values of the columns.
    public let values: [EvidenceValue]
}

/// A value in a column of evidence.
public enum EvidenceValue: Hashable, Sendable {
    /// A number: a key of the store, minutes, a truth.
    case integer(Int)
    /// A code of the definitions.
    case text(String)
    /// Nothing.
    case empty
}
