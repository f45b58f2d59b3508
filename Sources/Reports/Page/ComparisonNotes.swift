import PupilSupport
import Rollup

/// Says why there is nothing to compare a semester with, or not with all.
struct ComparisonNotes {
    let report: SemesterReport

    /// The notes; none when the semester before is known of all schools.
    var notes: [LocalizedText] {
        let cube = report.cube
        let before = report.semester.previous
        guard cube.previousSemester != nil else { return [Phrases.nothingBefore(before)] }
        let unknown = report.municipality.schools.filter {
            !cube.isKnownBefore(school: $0.code)
        }
        guard !unknown.isEmpty else { return [] }
        return [
            Phrases.notAllBefore(
                before, unknown.map(\.shortName), hasCity: cube.silentBefore.isEmpty)
        ]
    }
}
