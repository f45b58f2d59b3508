import PupilSupport
import Reports
import Rollup

/// What is written of one semester: the files for the Board, and those for everybody.
struct SemesterRelease {
    /// The report for the Board.
    let report: SemesterReport
    /// The files, with their places below the semester's folder.
    let files: [(name: String, content: ReportContent)]
    /// The figures that could not be protected, for which nothing is released.
    let unprotected: [String]
    /// Whether a public report from before stays where nothing is released.
    let standsFromBefore: Bool
}

/// Where the files of a report lie below the folder of their semester.
enum ReportPlace {
    /// What begins the name of a file that is for everybody; the others are for the Board.
    static let publicPrefix = "public/"

    /// Returns the path of a file below the folder of its semester.
    static func path(of name: String) -> String {
        name.hasPrefix(publicPrefix) ? name : "internal/\(name)"
    }

    /// Returns the files for an audience, by their own names.
    static func files(
        for audience: ReportAudience, of files: [(name: String, content: ReportContent)]
    ) -> [(name: String, content: ReportContent)] {
        files.compactMap { name, content in
            guard name.hasPrefix(publicPrefix) == (audience == .public) else { return nil }
            let own = audience == .public ? String(name.dropFirst(publicPrefix.count)) : name
            return (own, content)
        }
    }
}
