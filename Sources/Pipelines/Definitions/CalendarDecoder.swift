import Diagnostics
import PupilSupport

/// Decodes the semesters of a municipality.
struct CalendarDecoder {
    /// The semesters that could be read.
    struct Result {
        /// The periods that could be read whole.
        var periods: [SemesterPeriod] = []
        /// The semesters, also those of which something else could not be read; `nil` when one could
        /// not be read at all.
        var semesters: [Semester]? = []
    }

    /// Returns the semesters.
    func decode(_ values: [DefinitionValue]) -> Result {
        var result = Result()
        var codes = CodeRegister()
        var places: [(period: SemesterPeriod, value: DefinitionValue)] = []
        for value in values {
            guard let (semester, period) = period(value, codes: &codes) else {
                result.semesters = nil
                continue
            }
            result.semesters?.append(semester)
            guard let period else { continue }
            result.periods.append(period)
            places.append((period, value))
        }
        checkOrder(places)
        return result
    }

    /// Reports semesters that overlap or follow each other in another order than their codes.
    private func checkOrder(_ places: [(period: SemesterPeriod, value: DefinitionValue)]) {
        let sorted = places.sorted { $0.period.semester < $1.period.semester }
        for (first, second) in zip(sorted, sorted.dropFirst())
        where first.period.semester != second.period.semester
            && second.period.startsOn <= first.period.plansEndOn
        {
            second.value.report(
                DefinitionRules.semestersOutOfOrder,
                [
                    "first": first.period.semester.code, "second": second.period.semester.code,
                    "end": "\(first.period.plansEndOn)", "start": "\(second.period.startsOn)",
                ])
        }
    }

    private func period(
        _ value: DefinitionValue, codes: inout CodeRegister
    ) -> (Semester, SemesterPeriod?)? {
        let keys = [
            "semester", "starts_on", "ends_on", "ends_by_level", "plans_end_on", "holidays",
        ]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let semester = mapping.required("semester")?.semester()
        let (startsOn, endsOn) = mapping.requiredDays("starts_on", "ends_on")
        let plansEndOn = mapping.required("plans_end_on")?.date()
        mapping.checkOrder("ends_on", endsOn, "plans_end_on", plansEndOn)
        var span: ClosedRange<CivilDate>?
        if let startsOn, let plansEndOn, startsOn <= plansEndOn { span = startsOn...plansEndOn }
        let ends = endsByLevel(mapping["ends_by_level"], span: span)
        let holidays = (mapping["holidays"]?.listOrNothing() ?? []).compactMap { value in
            holiday(value, span: span)
        }
        guard let semester else { return nil }
        if let value = mapping["semester"] { codes.add(semester.code, at: value) }
        checkYear(mapping, "starts_on", startsOn, of: semester)
        checkYear(mapping, "plans_end_on", plansEndOn, of: semester)
        guard let startsOn, let endsOn, let plansEndOn else { return (semester, nil) }
        let period = SemesterPeriod(
            semester: semester, startsOn: startsOn, endsOn: endsOn, endsByLevel: ends,
            plansEndOn: plansEndOn, holidays: holidays)
        return (semester, period)
    }

    /// Reports a day outside the school year that the semester's code names.
    private func checkYear(
        _ mapping: DefinitionMapping, _ key: String, _ day: CivilDate?, of semester: Semester
    ) {
        let first = CivilDate(year: semester.startYear, month: 7, day: 1)
        let last = CivilDate(year: semester.startYear + 1, month: 8, day: 31)
        guard let day, let first, let last, !(first...last).contains(day) else { return }
        reportOutside(mapping[key], day, first...last)
    }

    private func reportOutside(
        _ value: DefinitionValue?, _ day: CivilDate, _ span: ClosedRange<CivilDate>
    ) {
        guard let value else { return }
        value.report(
            DefinitionRules.dayOutside,
            [
                "key": value.key, "day": "\(day)", "from": "\(span.lowerBound)",
                "until": "\(span.upperBound)",
            ])
    }

    private func endsByLevel(
        _ value: DefinitionValue?, span: ClosedRange<CivilDate>?
    ) -> [Int: CivilDate] {
        var ends: [Int: CivilDate] = [:]
        var codes = CodeRegister()
        for item in value?.listOrNothing() ?? [] {
            guard let mapping = item.mapping(keys: ["levels", "ends_on"]) else { continue }
            let levels = mapping.required("levels")?.list() ?? []
            let endsOn = mapping.required("ends_on")?.date()
            if let endsOn, let span, !span.contains(endsOn) {
                reportOutside(mapping["ends_on"], endsOn, span)
            }
            for value in levels {
                guard let level = value.integer(1...12), codes.add("\(level)", at: value)
                else { continue }
                ends[level] = endsOn
            }
        }
        return ends
    }

    /// Holidays may reach beyond the span, as those of Christmas do, but must touch it.
    private func holiday(_ value: DefinitionValue, span: ClosedRange<CivilDate>?) -> Holiday? {
        guard let mapping = value.mapping(keys: ["from", "until", "levels"]) else { return nil }
        let (from, until) = mapping.requiredDays("from", "until")
        let levels = mapping["levels"]?.levels()
        guard let from, let until, from <= until else { return nil }
        if let span, !span.overlaps(from...until) { reportOutside(mapping["from"], from, span) }
        return Holiday(from: from, until: until, levels: levels)
    }
}
