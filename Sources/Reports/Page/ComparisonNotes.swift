import PupilSupport
import Rollup

/// Says why there is nothing to compare a semester with, or not with all.
struct ComparisonNotes {
    let report: SemesterReport

    /// The notes; none when the semester before is known of all schools.
    var notes: [LocalizedText] { unknown + comparison }

    /// What nobody was asked for until this semester.
    private var unknown: [LocalizedText] {
        var sources: [LocalizedText] = []
        for family in report.cube.families {
            for indicator in family.indicators where report.cube.isUnknown(indicator.code) {
                for source in report.cube.sources(of: indicator.code, by: [])
                where !sources.contains(source) { sources.append(source) }
            }
        }
        return sources.isEmpty ? [] : [Phrases.notAskedFor(sources)]
    }

    private var comparison: [LocalizedText] {
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
