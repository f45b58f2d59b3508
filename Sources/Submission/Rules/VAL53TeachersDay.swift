import Diagnostics
import PupilSupport

/// The sessions of a person's day are possible: they do not overlap, make no more than a day's work, and are
/// not on a Sunday or a holiday.
///
/// Overlaps are looked for only where the exports say when sessions began; the later session is the hit. Work
/// beyond a day is one hit a teacher and day, a Sunday or holiday one a school, teacher and day, each at the
/// first session. A plan for the holidays is meant for them; Sundays are told nevertheless. Only sessions that
/// count are looked at.
enum VAL53TeachersDay: SubmissionRule {
    static let code = "VAL-53"
    static let level = RuleLevel.crossFile
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "viena pedagoga vai skolēna attiecināmās nodarbības nepārklājas, pedagogam to dienā nav vairāk kā 8 stundas, un svētdienās un brīvdienās to nav",
        en:
            "eligible sessions of one teacher or pupil do not overlap, a teacher has no more than 8 hours of them a day, and there are none on Sundays and holidays"
    )
    static let advice = LocalizedText(
        lv:
            "pārbaudiet datumus, laikus un ilgumus; ja nodarbības tiešām tā notika, apstipriniet brīdinājumu",
        en:
            "check dates, times and durations; where the sessions did take place so, acknowledge the warning"
    )

    private struct Day: Hashable {
        let teacher: Int
        let date: CivilDate
        /// The school, or -1 for all.
        let school: Int
    }

    private struct Work {
        /// The place of the first session in the package's list.
        let first: Int
        var count = 0
        var minutes = 0

        mutating func add(_ more: Int) {
            count += 1
            minutes &+= more
        }
    }

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        overlaps(in: package) + days(in: package)
    }

    private static func days(in package: CheckedPackage) -> [RuleHit] {
        let bound = package.records.reference.bounds.dayMinutes
        var holidays = SchoolHolidays(package.records.reference)
        var work: [Day: Work] = [:]
        var free: [Day: Work] = [:]
        for (index, row) in package.numbered.rows.enumerated() {
            work[Day(teacher: row.teacher, date: row.date, school: -1), default: Work(first: index)]
                .add(row.minutes)
            let isFree =
                row.date.weekday == 7
                || !row.isHolidayPlan && holidays.contains(row.date, level: row.level)
            guard isFree else { continue }
            let day = Day(teacher: row.teacher, date: row.date, school: row.school)
            free[day, default: Work(first: index)].add(row.minutes)
        }
        let sessions = package.records.sessions
        func first(_ work: Work, before other: Work) -> Bool { work.first < other.first }
        return work.values.filter { $0.minutes > bound }.sorted(by: first).map { work in
            hit(
                sessions[work.first],
                lv: "minūtes vienā dienā: \(work.minutes), pieļautas \(bound)",
                en: "minutes in one day: \(work.minutes), \(bound) are allowed")
        }
            + free.values.sorted(by: first).map { work in
                let date = sessions[work.first].date
                return hit(
                    sessions[work.first],
                    lv: "svētdiena vai brīvdiena \(date.latvian), nodarbības: \(work.count)",
                    en: "a Sunday or holiday, \(date), sessions: \(work.count)")
            }
    }

    private static func hit(_ session: CountedSession, lv: String, en: String) -> RuleHit {
        RuleHit(
            at: session.session, school: session.plan.school, place: session.session.place, lv: lv,
            en: en)
    }

    // MARK: - Overlaps

    private struct Timed {
        /// The place of the session in the package's list.
        let number: Int
        let date: CivilDate
        let from: Int
        let until: Int
    }

    private static func overlaps(in package: CheckedPackage) -> [RuleHit] {
        let sessions = package.records.sessions
        let rows = package.numbered.rows
        let timed = sessions.indices.compactMap { number -> Timed? in
            let start = sessions[number].session.start
            guard !start.isEmpty, let from = minute(start),
                (0...1440).contains(rows[number].minutes)
            else { return nil }
            return Timed(
                number: number, date: rows[number].date, from: from,
                until: from + rows[number].minutes)
        }
        guard timed.count > 1 else { return [] }
        let teachers = overlapping(timed) { rows[$0].teacher }
        let pupils = overlapping(timed) { rows[$0].pupil }
        return teachers.union(pupils).sorted().map { number in
            let isTeacher = teachers.contains(number)
            return hit(
                sessions[number],
                lv: isTeacher
                    ? "pārklājas ar citu tā paša pedagoga nodarbību"
                    : "pārklājas ar citu tā paša skolēna nodarbību",
                en: isTeacher
                    ? "overlaps with another session of the same teacher"
                    : "overlaps with another session of the same pupil")
        }
    }

    /// Returns the sessions that begin before an earlier one of the same person and day has ended.
    private static func overlapping(_ sessions: [Timed], of person: (Int) -> Int) -> Set<Int> {
        var overlapping: Set<Int> = []
        var last: (person: Int, date: CivilDate, until: Int)?
        let order = sessions.map { (person: person($0.number), timed: $0) }.sorted {
            ($0.person, $0.timed.date, $0.timed.from, $0.timed.number)
                < ($1.person, $1.timed.date, $1.timed.from, $1.timed.number)
        }
        for (person, timed) in order {
            guard let known = last, known.person == person, known.date == timed.date else {
                last = (person, timed.date, timed.until)
                continue
            }
            if timed.from < known.until { overlapping.insert(timed.number) }
            last = (person, timed.date, max(known.until, timed.until))
        }
        return overlapping
    }

    /// Returns the minute of the day of a time such as `14:30`, or `nil` for other text.
    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
