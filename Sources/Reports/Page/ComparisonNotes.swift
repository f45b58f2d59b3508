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

extension Phrases {
    /// Why no figure is compared.
    static func nothingBefore(_ semester: Semester) -> LocalizedText {
        text(
            "Iepriekšējā semestra (\(semester.code)) datu nav: rādītājos, kas salīdzina divus semestrus, "
                + "ir –, nevis 0.",
            "Nothing is known of the semester before (\(semester.code)): figures that compare two "
                + "semesters are –, not 0.")
    }

    /// Why the figures of some schools are not compared.
    static func notAllBefore(
        _ semester: Semester, _ schools: [LocalizedText], hasCity: Bool
    ) -> LocalizedText {
        let (lv, en) = (schools.map(\.lv), schools.map(\.en))
        return text(
            "Iepriekšējā semestra (\(semester.code)) datu nav no: \(lv.joined(separator: ", ")). "
                + (hasCity ? "Šo skolu" : "Šo skolu un pilsētas")
                + " skaitļus nav, ar ko salīdzināt: tur ir –, nevis 0.",
            "Nothing of the semester before (\(semester.code)) is known of: "
                + "\(en.joined(separator: ", ")). The figures of these schools"
                + (hasCity ? "" : " and of the city")
                + " have nothing to be compared with: there is "
                + "–, not 0.")
    }
}
