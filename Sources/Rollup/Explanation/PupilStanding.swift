public import PupilSupport

/// Whether an indicator counts a pupil in a semester, and why not.
public struct PupilStanding: Sendable {
    /// The indicator.
    public let indicator: IndicatorDefinition
    /// The kinds of record that its query reads; what it counts comes first.
    public let kinds: [RecordKind]
    /// Whether the indicator compares the semester with the one before.
    public let comparesSemesters: Bool
    /// The figures that count the pupil; none when it is not counted.
    public let addresses: [FigureAddress]
    /// Why it is not counted, or `nil` when it is.
    public let exclusion: Exclusion?

    /// What keeps an indicator from counting a pupil.
    public enum Exclusion: Sendable {
        /// The query gives no row of the pupil.
        case noRows
        /// None of the pupil's rows that pass the conditions before passes this one.
        case condition(EvidenceCondition, rows: [EvidenceRow], columns: [String])
        /// What is counted is not known in any of the rows.
        case notKnown(columns: [String], rows: [EvidenceRow])
        /// Nothing is known of the semester before.
        case nothingBefore
    }
}
