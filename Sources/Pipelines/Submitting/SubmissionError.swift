public import Diagnostics

/// Why no package can be made or looked at.
public enum SubmissionError: Error, Hashable {
    /// The store has nothing of the semester.
    case nothingThere(semester: String)
    /// The semester is not in the calendar of the definitions.
    case unknownSemester(semester: String)
    /// There is no package of that name.
    case noPackage(String)
    /// A package cannot be read.
    case unreadable(path: String, reason: String)

    /// What is said of it.
    public var message: MessageText {
        switch self {
        case .nothingThere(let semester):
            MessageText(
                lv:
                    "krātuvē par semestri \(semester) nav nekā; vispirms importējiet to (pumpurs report)",
                en:
                    "the store holds nothing of semester \(semester); import its exports first (pumpurs report)"
            )
        case .unknownSemester(let semester):
            MessageText(
                lv:
                    "definīciju kalendārā nav semestra \(semester); pierakstiet to jurmala.yaml sadaļā semesters",
                en:
                    "the calendar of the definitions has no semester \(semester); add it to semesters in "
                    + "jurmala.yaml")
        case .noPackage(let name):
            MessageText(lv: "pakotnes \(name) nav", en: "there is no package \(name)")
        case .unreadable(let path, let reason):
            MessageText(
                lv: "pakotni \(path) nevar nolasīt: \(reason)",
                en: "the package \(path) cannot be read: \(reason)")
        }
    }
}
