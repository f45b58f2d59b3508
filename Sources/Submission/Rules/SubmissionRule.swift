public import Diagnostics
public import PupilSupport

/// What a rule looks at (esf.md, section 1.6).
public enum RuleLevel: String, Sendable, CaseIterable, Codable {
    /// One record.
    case record
    /// The figures.
    case aggregate
    /// One semester against the earlier ones.
    case time
    /// Several tables against one another.
    case crossFile = "cross_file"
}

/// How sure it is that the rule is one of the Fund's (esf.md, section 0.1).
public enum RuleBasis: String, Sendable, CaseIterable, Codable {
    /// Stated by a source that was read.
    case stated = "S"
    /// Derived from such sources by logic.
    case derived = "D"
    /// General knowledge, not confirmed.
    case general = "M"
}

/// A rule that a package is checked by.
///
/// It never says "rule n of Annex D": the bodies of that annex were not to be had.
public protocol SubmissionRule: Sendable {
    /// The code, `VAL-07`; never used again for something else.
    static var code: String { get }
    /// What it looks at.
    static var level: RuleLevel { get }
    /// Whether it blocks the submission (`error`) or can be acknowledged (`warning`).
    static var severity: Severity { get }
    /// Where it comes from.
    static var basis: RuleBasis { get }
    /// What must hold, one sentence.
    static var statement: LocalizedText { get }
    /// What to do where it does not.
    static var advice: LocalizedText { get }
    /// Returns where it does not hold.
    static func hits(in package: CheckedPackage) -> [RuleHit]
}

/// What the rules look at: the records, and the figures that stand beside them.
public struct CheckedPackage: Sendable {
    /// The records, with what they are checked against.
    public let records: PackageCase
    /// The figures as the package has them.
    public let aggregates: PackageAggregates
    /// Whether CSV, JSON and HTML of the public part say the same; `nil` where there is none to compare.
    public let arePublicFilesEqual: Bool?
    /// The Fund's figures, to be looked up.
    let grid: IndicatorGrid
    /// The people behind each period and school, counted from the records.
    let people: [FigureSpan: CountedPeople]
    /// The plans that participants left with.
    let lastPlans: LastPlans
    /// What the numbers of people add up to, counted from the records.
    let recount: ReconciliationCount
    /// Its rows, in the order of keys.
    let recountedRows: [ReconciliationRow]
    /// The sessions that count, to be grouped quickly.
    let numbered: NumberedSessions
    /// The definitions that records are counted by.
    ///
    /// Records of a package without the Fund's figures are put to those of 2014–2020.
    let indicators: CommonIndicators
    /// Which code says what.
    let codes: FundCodes

    /// Creates a package to check.
    public init(
        records: PackageCase, aggregates: PackageAggregates, arePublicFilesEqual: Bool? = nil
    ) {
        self.records = records
        self.aggregates = aggregates
        self.arePublicFilesEqual = arePublicFilesEqual
        let set = records.reference.indicatorSet ?? .esf2014
        indicators = .named(set)
        codes = .named(set)
        grid = IndicatorGrid(aggregates)
        people = CountedPeople.all(in: records)
        lastPlans = LastPlans(records)
        recount = ReconciliationCount(records)
        var rows = recount.rows()
        TableText.sort(&rows)
        recountedRows = rows
        numbered = NumberedSessions(records)
    }
}

/// A place where a rule does not hold.
public struct RuleHit: Hashable, Sendable {
    /// The table.
    public let table: String
    /// The row, by its key; never a name or a personal code.
    public let row: String
    /// The school that can mend it, or empty for the whole municipality.
    public let school: String
    /// What was found, without anything that identifies a person.
    public let found: LocalizedText
    /// The severity where it is another than the rule's.
    public let severity: Severity?
    /// Where the record stands in the school's file; known only while a package is made.
    public let place: SubmittedPlace?

    /// Creates a hit.
    public init(
        table: String, row: String, school: String = "", found: LocalizedText,
        severity: Severity? = nil, place: SubmittedPlace? = nil
    ) {
        self.table = table
        self.row = row
        self.school = school
        self.found = found
        self.severity = severity
        self.place = place
    }
}
