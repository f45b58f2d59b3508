/// The manifest of a yearly report: what it reports, what it was made from, what it is compared with, and every
/// file in it.
public struct YearManifest: Hashable, Sendable, Codable {
    /// The name and version of the form.
    public static let schemaName = "pumpurs-year/1"

    /// The form.
    public var schema = YearManifest.schemaName
    /// The name of the report.
    public var package: String
    /// The revision, from 1.
    public var revision: Int
    /// The report that this one takes the place of, with the fingerprint of its manifest.
    public var supersedes: PackageReference.SupersededPackage?
    /// `true` when that could not be compared with, for it was not there or not as it was written; else absent.
    public var supersededNotCompared: Bool?
    /// What the report may be taken for.
    public var state: YearState
    /// The last day on which it is due, 30 January of the next year (esf.md, LV-1).
    public var dueOn: String
    /// Who may see it; it is for the authorities, and nothing of it is public.
    public var audience = PackageClass.aggregate
    /// The operation.
    public var operation: PackageReference.Operation
    /// Who reports.
    public var reporter: PackageManifest.Reporter
    /// The period.
    public var reportPeriod: Period
    /// The last day of which a record says anything.
    public var dataAsOf: String
    /// When it was made, where `SOURCE_DATE_EPOCH` says so; a clock would make each rebuild another report.
    public var generatedAt: String?
    /// What made it.
    public var software: PackageManifest.Software
    /// Whether sensitive answers were counted.
    public var sensitiveIncluded: Bool
    /// The fingerprint of the definitions.
    public var definitions: String
    /// The files of the schools.
    public var inputs: [PackageManifest.Input]
    /// The semesters of the year.
    public var semesters: [YearSemester]
    /// The numbers that a reader looks for first.
    public var totals: Totals
    /// How many numbers differ.
    public var changes: Changes
    /// The files of the report, but for this one and the list of fingerprints.
    public var files: [PackageManifest.File]
    /// What the figures are counted by.
    public var reference: PackageReference

    /// Creates a manifest without files.
    public init(
        name: YearName, supersedes: PackageReference.SupersededPackage?,
        notCompared: Bool = false, state: YearState, reporter: PackageManifest.Reporter,
        dataAsOf: String, generatedAt: String?,
        software: PackageManifest.Software, sensitiveIncluded: Bool, definitions: String,
        inputs: [PackageManifest.Input], semesters: [YearSemester], reference: PackageReference,
        content: YearContent
    ) {
        package = name.description
        revision = name.revision
        self.supersedes = supersedes
        supersededNotCompared = notCompared ? true : nil
        self.state = state
        dueOn = Self.dueDay(of: name.year)
        operation = reference.operation
        self.reporter = reporter
        reportPeriod = Period(year: name.year)
        self.dataAsOf = dataAsOf
        self.generatedAt = generatedAt
        self.software = software
        self.sensitiveIncluded = sensitiveIncluded
        self.definitions = definitions
        self.inputs = inputs
        self.semesters = semesters
        totals = Totals(content.figures)
        changes = Changes(content.changes)
        files = []
        self.reference = reference
    }

    /// Returns the last day on which the report of a year is due.
    public static func dueDay(of year: Int) -> String { "\(year + 1)-01-30" }

    /// The period that is reported.
    public struct Period: Hashable, Sendable, Codable {
        /// The kind.
        public var type = PeriodType.calendarYear.rawValue
        /// The year.
        public var year: Int
        /// The first day.
        public var from: String
        /// The last day.
        public var to: String

        /// Creates a period.
        public init(year: Int) {
            self.year = year
            from = "\(year)-01-01"
            to = "\(year)-12-31"
        }
    }

    /// The numbers that a reader looks for first.
    public struct Totals: Hashable, Sendable, Codable {
        /// The pupils supported in the year, each once.
        public var participants: Int
        /// The girls and women among them.
        public var women: Int
        /// The boys and men among them.
        public var men: Int
        /// The teachers and specialists who gave support in the year.
        public var pedagogues: Int
        /// The sessions of the year that count.
        public var sessions: Int
        /// The minutes of these sessions.
        public var minutes: Int
        /// The plans that count and began in the year.
        public var plans: Int
        /// The participants since the beginning.
        public var grandTotal: Int
        /// Those with complete records.
        public var total: Int
        /// Those with incomplete ones.
        public var incomplete: Int

        /// Takes the numbers from the figures.
        public init(_ figures: YearFigures) {
            let people = figures.total("LV-834-PARTICIPANTS", .calendarYear)
            participants = people?.total ?? 0
            women = people?.women ?? 0
            men = people?.men ?? 0
            pedagogues = figures.total("LV-834-TEACHERS", .calendarYear)?.total ?? 0
            sessions = figures.total("LV-834-SESSIONS", .calendarYear)?.total ?? 0
            minutes = figures.total("LV-834-MINUTES", .calendarYear)?.total ?? 0
            plans = figures.total("LV-834-PLANS", .calendarYear)?.total ?? 0
            grandTotal = figures.item("grand_total", .cumulative) ?? 0
            total = figures.item("complete", .cumulative) ?? 0
            incomplete = figures.item("incomplete", .cumulative) ?? 0
        }
    }

    /// How many numbers differ.
    public struct Changes: Hashable, Sendable, Codable {
        /// From the report that this one takes the place of.
        public var sinceRevision: Int
        /// From the year before.
        public var sincePreviousYear: Int

        /// Counts rows.
        public init(_ rows: [YearChangeRow]) {
            sinceRevision = rows.count { $0.comparison == .revision }
            sincePreviousYear = rows.count { $0.comparison == .previousYear }
        }
    }
}
