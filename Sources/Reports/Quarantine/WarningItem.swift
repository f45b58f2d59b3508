public import PupilSupport

/// A warning with what became of it, ready to be shown.
public struct WarningItem: Sendable {
    /// By which people speak of it: the same for the same warning of the same bytes.
    public let id: String
    /// The name of the file, as it may be shown.
    public let file: String
    /// The codes of the schools that it may concern.
    public let schools: [String]
    /// The semester, where it is known.
    public let semester: Semester?
    /// What was found.
    public let finding: ShownFinding
    /// `open`, `acknowledged` or `expired`.
    public let state: String
    /// Who accepted it.
    public let author: String?
    /// Why.
    public let reason: String?
    /// When.
    public let moment: String?
    /// The last day on which that holds.
    public let expiresOn: CivilDate?

    /// Creates an item.
    public init(
        id: String, file: String, schools: [String], semester: Semester?, finding: ShownFinding,
        state: String, author: String?, reason: String?, moment: String?, expiresOn: CivilDate?
    ) {
        self.id = id
        self.file = file
        self.schools = schools
        self.semester = semester
        self.finding = finding
        self.state = state
        self.author = author
        self.reason = reason
        self.moment = moment
        self.expiresOn = expiresOn
    }
}
