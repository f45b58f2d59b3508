import PupilSupport
import Submission

/// The semesters of a calendar year, and what became of their packages.
struct YearSemesters {
    private let calendar: SemesterCalendar
    private let project: ClosedRange<CivilDate>?
    let year: Int

    init(of year: Int, in municipality: Municipality) {
        self.year = year
        calendar = municipality.calendar
        let (first, last) = (municipality.project.startsOn, municipality.project.endsOn)
        project = first <= last ? first...last : nil
    }

    /// The semesters that lie in the year and in the calendar, oldest first.
    var periods: [SemesterPeriod] {
        calendar.periods.filter { $0.startsOn.year <= year && year <= $0.plansEndOn.year }
            .sorted { $0.semester < $1.semester }
    }

    /// The last semester that begins in the year or before it.
    var last: Semester? {
        calendar.periods.filter { $0.startsOn.year <= year }.map(\.semester).max()
    }

    /// Returns what is known of each semester.
    ///
    /// - Parameters:
    ///   - source: What the store holds.
    ///   - shelf: Where packages lie.
    ///   - base: The name of any package of the municipality.
    func entries(
        _ source: SubmissionSource, _ shelf: PackageShelf, base: (Semester) -> PackageName
    ) -> [YearSemester] {
        let known = periods.map { period in
            let semester = period.semester
            let sealed = shelf.revisions(of: base(semester)).last
            let look = sealed.map { shelf.look(at: $0.description) }
            let (expected, missing) = source.missing(in: semester)
            return YearSemester(
                semester: semester.code, from: period.startsOn.description,
                until: period.plansEndOn.description,
                state: state(of: semester, look, source),
                package: sealed.flatMap { name in
                    look?.manifest.map { .init(package: name.description, manifest: $0) }
                }, expected: expected, missing: missing,
                heldBack: source.heldBack(in: semester))
        }
        return (known + unknown).sorted { $0.semester < $1.semester }
    }

    /// The halves of the year in which the project lasts and that the calendar does not have: without them
    /// figures would be too low, and nothing would tell.
    private var unknown: [YearSemester] {
        [
            (year - 1, 2, "\(year)-01-01", "\(year)-08-31"),
            (year, 1, "\(year)-09-01", "\(year)-12-31"),
        ]
        .compactMap { startYear, number, from, until in
            guard let semester = Semester(startYear: startYear, number: number),
                calendar.period(of: semester) == nil, let project,
                let first = CivilDate(iso: from), let last = CivilDate(iso: until),
                project.overlaps(first...last)
            else { return nil }
            return YearSemester(
                semester: semester.code, from: from, until: until, state: .notInCalendar,
                package: nil, expected: 0, missing: [], heldBack: 0)
        }
    }

    /// A package that is not there any more, or is not as it was sealed, does not say what it was made from.
    private func state(
        of semester: Semester, _ look: PackageShelf.Look?, _ source: SubmissionSource
    ) -> SemesterPackageState {
        guard let look else { return .notSealed }
        guard let manifest = look.folder?.packageManifest else { return .sealedAltered }
        func own(_ inputs: [PackageManifest.Input]) -> [PackageManifest.Input] {
            inputs.filter { $0.semester == semester.code }
        }
        return own(manifest.inputs) == own(source.inputs(upTo: semester))
            ? .sealed : .sealedOtherData
    }
}
