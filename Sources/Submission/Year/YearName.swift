/// The name of a yearly report: which calendar year, and which revision it is.
///
/// `pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r01`; one that was written before the year had ended says so,
/// `pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r01_preliminary`. Both stand in one row of revisions.
public struct YearName: Hashable, Sendable, CustomStringConvertible {
    /// The number of the operation, with hyphens instead of slashes.
    public let operation: String
    /// The municipality in capitals.
    public let municipality: String
    /// The calendar year.
    public let year: Int
    /// The number of the revision, from 1; never used twice.
    public let revision: Int
    /// Whether the year had not ended.
    public let isPreliminary: Bool

    private static let mark = "preliminary"

    /// Names a report.
    public init(
        operation: String, municipality: String, year: Int, revision: Int, isPreliminary: Bool
    ) {
        self.operation = operation.replacing("/", with: "-")
        self.municipality = municipality.uppercased()
        self.year = year
        self.revision = revision
        self.isPreliminary = isPreliminary
    }

    /// Reads a name, or returns `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 || parts.count == 6 && parts[5] == Self.mark,
            parts[0] == "pumpurs", parts[3].count == 4, let year = Int(parts[3]),
            parts[4].hasPrefix("r"), let revision = Int(parts[4].dropFirst()), revision > 0
        else { return nil }
        self.init(
            operation: parts[1], municipality: parts[2], year: year, revision: revision,
            isPreliminary: parts.count == 6)
        guard description == text else { return nil }
    }

    /// The revision as the name has it, `r01`.
    public var revisionText: String { (revision < 10 ? "r0" : "r") + String(revision) }

    /// The name.
    public var description: String {
        "pumpurs_\(operation)_\(municipality)_\(year)_\(revisionText)"
            + (isPreliminary ? "_\(Self.mark)" : "")
    }

    /// Whether another name is of the same report in some revision.
    public func isSameReport(as other: YearName) -> Bool {
        operation == other.operation && municipality == other.municipality && year == other.year
    }
}
