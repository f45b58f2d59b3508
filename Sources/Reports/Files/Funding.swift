import PupilSupport
import Rollup

/// Who pays for the project, as metadata name it.
struct Funding {
    let project: Project

    /// The specific objective, which the number of a project begins with: `8.3.4`.
    var objective: String {
        project.number.split(separator: "/", maxSplits: 1).first.map {
            $0.split(separator: ".").prefix(3).joined(separator: ".")
        } ?? ""
    }

    var json: JSONText {
        .object([
            ("fund", .localized(Phrases.fund)), ("programme", .localized(Phrases.programme)),
            ("objective", .words(objective)), ("project_number", .words(project.number)),
            ("statement", .localized(project.funding)),
        ])
    }
}
