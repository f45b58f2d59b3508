import PupilSupport

/// The holidays of a package's reference, with their days read once.
struct SchoolHolidays {
    private struct Holiday {
        let days: ClosedRange<CivilDate>
        let levels: ClosedRange<Int>
    }

    private let holidays: [Holiday]
    private var known: [CivilDate: [ClosedRange<Int>]] = [:]

    init(_ reference: PackageReference) {
        holidays = reference.semesters.flatMap(\.holidays).compactMap { span in
            let first = span.fromLevel ?? .min
            let last = span.toLevel ?? .max
            guard let from = CivilDate(iso: span.from), let until = CivilDate(iso: span.until),
                from <= until, first <= last
            else { return nil }
            return Holiday(days: from...until, levels: first...last)
        }
    }

    /// Returns whether a day is a holiday of a class; of a class that is not known, if all classes have it.
    mutating func contains(_ day: CivilDate, level: Int?) -> Bool {
        let levels =
            known[day] ?? holidays.filter { $0.days.contains(day) }.map(\.levels)
        known[day] = levels
        guard !levels.isEmpty else { return false }
        guard let level else { return levels.contains(.min ... .max) }
        return levels.contains { $0.contains(level) }
    }
}
