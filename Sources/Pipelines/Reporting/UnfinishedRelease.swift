import Reports

/// A release of which it is settled what it shows, while its files are still being made.
struct UnfinishedRelease {
    /// The files of a report, with their places below the semester's folder.
    typealias Files = [(name: String, content: ReportContent)]

    /// The report for the Board.
    let report: SemesterReport
    /// The figures that could not be protected, for which nothing is released.
    var unprotected: [String] = []
    /// Whether a public report from before stays where nothing is released.
    var standsFromBefore = false
    /// The files, in the order in which they are listed.
    let parts: [LaterValue<Files>]

    /// Waits for the files.
    ///
    /// - Throws: What kept a file from being made.
    func finished() throws -> SemesterRelease {
        SemesterRelease(
            report: report, files: try parts.flatMap { try $0.value() ?? [] },
            unprotected: unprotected, standsFromBefore: standsFromBefore)
    }
}
