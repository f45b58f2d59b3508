public import PupilSupport

/// The name of a package: what it reports, and which revision it is (esf.md, section 7.1).
///
/// `pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S2_r01`
public struct PackageName: Hashable, Sendable, CustomStringConvertible {
    /// The number of the operation, with hyphens instead of slashes.
    public let operation: String
    /// The municipality in capitals.
    public let municipality: String
    /// The semester.
    public let semester: Semester
    /// The number of the revision, from 1; never used twice.
    public let revision: Int

    /// Names a package.
    public init(operation: String, municipality: String, semester: Semester, revision: Int) {
        self.operation = operation.replacing("/", with: "-")
        self.municipality = municipality.uppercased()
        self.semester = semester
        self.revision = revision
    }

    /// Reads a name, or returns `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "pumpurs", parts[4].hasPrefix("r"),
            let revision = Int(parts[4].dropFirst()), revision > 0,
            let semester = Semester(code: parts[3].replacing("-S", with: "-"))
        else { return nil }
        self.init(
            operation: parts[1], municipality: parts[2], semester: semester, revision: revision)
        guard description == text else { return nil }
    }

    /// The revision as the name has it, `r01`.
    public var revisionText: String { (revision < 10 ? "r0" : "r") + String(revision) }

    /// The name.
    public var description: String {
        let years = "\(semester.startYear)-\(semester.startYear + 1)-S\(semester.number)"
        return "pumpurs_\(operation)_\(municipality)_\(years)_\(revisionText)"
    }

    /// The same package in another revision.
    public func revision(_ number: Int) -> PackageName {
        PackageName(
            operation: operation, municipality: municipality, semester: semester, revision: number)
    }
}
