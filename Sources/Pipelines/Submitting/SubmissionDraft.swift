public import Submission

/// A package before it is sealed: its parts, and what the rules say of them.
public struct SubmissionDraft {
    /// What the rules say.
    public let report: ValidationReport
    /// The name that the package gets when it is sealed.
    public let name: PackageName
    /// The files of the package; none while something blocks it.
    public let files: [PackageFile]
    /// The numbers that a reader looks for first.
    public let totals: PackageManifest.Totals
    /// The earlier packages that it could not be compared with.
    public let notCompared: [String]
    /// Whether the package of that name lies there already, with these very files.
    public let isSealed: Bool

    /// The same, of a package that lies there already.
    var sealedBefore: SubmissionDraft {
        SubmissionDraft(
            report: report, name: name, files: files, totals: totals, notCompared: notCompared,
            isSealed: true)
    }

    /// Whether nothing blocks it.
    public var isValid: Bool { report.blocking.isEmpty }
}
