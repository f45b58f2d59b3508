/// What a yearly report may be taken for; it stands in every row and every file.
public enum YearState: String, Sendable, CaseIterable, Codable {
    /// The year has ended, and every semester of it has a sealed package with the data of the report.
    case final
    /// The year has ended, but a semester has no such package or a delivery has not come: figures may grow.
    case incomplete
    /// The year had not ended.
    case preliminary
}

/// What became of the package of a semester of the year.
public enum SemesterPackageState: String, Sendable, CaseIterable, Codable {
    /// It is sealed, and was made from the same files.
    case sealed
    /// It is sealed, but files of the semester have come, gone or changed since.
    case sealedOtherData = "sealed_other_data"
    /// It was sealed, but is not there any more or not as it was: nobody can say what it was made from.
    case sealedAltered = "sealed_altered"
    /// There is none.
    case notSealed = "not_sealed"
    /// The definitions do not know the semester, though the project lasts through it: nothing of it can be counted.
    case notInCalendar = "not_in_calendar"
}

/// A semester that lies in the calendar year, and what the report knows of its data.
public struct YearSemester: Hashable, Sendable, Codable {
    /// The code, `2018-2019-2`.
    public var semester: String
    /// The first day.
    public var from: String
    /// The last day that a plan may reach.
    public var until: String
    /// What became of its package.
    public var state: SemesterPackageState
    /// The package that was sealed last, or `nil`.
    public var package: PackageReference.SupersededPackage?
    /// How many files the schools owe.
    public var expected: Int
    /// Those of them that have not come, `school/kind`.
    public var missing: [String]
    /// How many records are held back.
    public var heldBack: Int

    /// Creates an entry.
    public init(
        semester: String, from: String, until: String, state: SemesterPackageState,
        package: PackageReference.SupersededPackage?, expected: Int, missing: [String],
        heldBack: Int
    ) {
        self.semester = semester
        self.from = from
        self.until = until
        self.state = state
        self.package = package
        self.expected = expected
        self.missing = missing
        self.heldBack = heldBack
    }

    /// Whether its figures rest on all that was owed, as they were sealed.
    public var isSettled: Bool { state == .sealed && missing.isEmpty }
}
