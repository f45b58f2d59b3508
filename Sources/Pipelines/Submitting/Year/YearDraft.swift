public import Submission

/// A yearly report before it is written.
public struct YearDraft {
    /// Its manifest, without the list of files.
    public let manifest: YearManifest
    /// The name that it gets when it is written.
    public let name: YearName
    /// Its files.
    public let files: [PackageFile]
    /// What differs from the last report of the year and from the year before.
    public let changes: [YearChangeRow]
    /// Whether the report of that name lies there already, with these very files.
    public let isWritten: Bool
}
