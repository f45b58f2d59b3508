/// Everything that the tables of a package hold.
public struct PackageContent: Hashable, Sendable {
    /// People in the sense of the Fund.
    public var participants: [Participant] = []
    /// Sensitive answers; empty unless the package is asked to hold them.
    public var sensitive: [SensitiveRecord] = []
    /// Support plans.
    public var participations: [Participation] = []
    /// Measures of plans.
    public var measures: [PlannedMeasure] = []
    /// Sessions.
    public var consultations: [Consultation] = []
    /// Time sheets.
    public var timesheets: [Timesheet] = []
    /// Units claimed.
    public var claims: [Claim] = []
    /// What came of plans.
    public var outcomes: [PlanOutcome] = []
    /// Teachers.
    public var teachers: [PackageTeacher] = []

    /// Creates content without records.
    public init() {}

    /// Puts all tables into the order of their keys.
    public mutating func sort() {
        TableText.sort(&participants)
        TableText.sort(&sensitive)
        TableText.sort(&participations)
        TableText.sort(&measures)
        TableText.sort(&consultations)
        TableText.sort(&timesheets)
        TableText.sort(&claims)
        TableText.sort(&outcomes)
        TableText.sort(&teachers)
    }

    /// The restricted tables, without their records.
    public static let tables: [TableDescription] = [
        Participant.table.description, SensitiveRecord.table.description,
        Participation.table.description, PlannedMeasure.table.description,
        Consultation.table.description, Timesheet.table.description, Claim.table.description,
        PlanOutcome.table.description, PackageTeacher.table.description,
    ]
}

/// The figures of a package that are counted from its records.
public struct PackageAggregates: Hashable, Sendable {
    /// The Fund's common output indicators.
    public var output: [OutputIndicatorRow] = []
    /// The Fund's common result indicators.
    public var result: [ResultIndicatorRow] = []
    /// The project's own indicators.
    public var project: [ProjectIndicatorRow] = []
    /// How the numbers of people add up.
    public var reconciliation: [ReconciliationRow] = []

    /// Creates figures without rows.
    public init() {}

    /// The project's figures of the reported semester, by code and school, `LV-834-PARTICIPANTS/Total`.
    public var semesterFigures: [String: IndicatorValue] {
        Dictionary(
            project.map(\.value).filter { $0.periodType == .semester }.map {
                ("\($0.code)/\($0.school)", $0)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The tables, without their records.
    public static let tables: [TableDescription] = [
        OutputIndicatorRow.table.description, ResultIndicatorRow.table.description,
        ProjectIndicatorRow.table.description, ReconciliationRow.table.description,
    ]

    mutating func sort() {
        TableText.sort(&output)
        TableText.sort(&result)
        TableText.sort(&project)
        TableText.sort(&reconciliation)
    }
}
