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
        let first: CountedSession
        var count = 0
        var minutes = 0

        mutating func add(_ session: CountedSession) {
            count += 1
            minutes &+= session.session.minutes ?? 0
        }
    }

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        overlaps(in: package.records.sessions) + days(in: package)
    }

    private static func days(in package: CheckedPackage) -> [RuleHit] {
        let bound = package.records.reference.bounds.dayMinutes
        var holidays = SchoolHolidays(package.records.reference)
        var teachers = NameNumbers()
        var schools = NameNumbers()
        var work: [Day: Work] = [:]
        var free: [Day: Work] = [:]
        for session in package.records.sessions {
            let teacher = teachers.number(session.session.teacher)
            work[
                Day(teacher: teacher, date: session.date, school: -1), default: Work(first: session)
            ]
            .add(session)
            let isFree =
                session.date.weekday == 7
                || !session.plan.isHolidayPlan
                    && holidays.contains(session.date, level: session.plan.grade)
            guard isFree else { continue }
            let day = Day(
                teacher: teacher, date: session.date, school: schools.number(session.plan.school))
            free[day, default: Work(first: session)].add(session)
        }
        let long = work.values.filter { $0.minutes > bound }.map { work in
            hit(
                work.first, lv: "minūtes vienā dienā: \(work.minutes), pieļautas \(bound)",
                en: "minutes in one day: \(work.minutes), \(bound) are allowed")
        }
        return long.sorted(by: precedes)
            + free.values.map { work in
                hit(
                    work.first,
                    lv:
                        "svētdiena vai brīvdiena \(work.first.date.latvian), nodarbības: \(work.count)",
                    en: "a Sunday or holiday, \(work.first.date), sessions: \(work.count)")
            }.sorted(by: precedes)
    }

    private static func hit(_ session: CountedSession, lv: String, en: String) -> RuleHit {
        RuleHit(
            at: session.session, school: session.plan.school, place: session.session.place, lv: lv,
            en: en)
    }

    private static func precedes(_ first: RuleHit, _ second: RuleHit) -> Bool {
        first.row.utf8.lexicographicallyPrecedes(second.row.utf8)
    }

    // MARK: - Overlaps

    private struct Timed {
        let number: Int
        let from: Int
        let until: Int
    }

    private struct PersonDay: Hashable {
        let person: String
        let date: CivilDate
    }

    private static func overlaps(in sessions: [CountedSession]) -> [RuleHit] {
        var ofTeachers: [PersonDay: [Timed]] = [:]
        var ofPupils: [PersonDay: [Timed]] = [:]
        for (number, session) in sessions.enumerated() where !session.session.start.isEmpty {
            guard let from = minute(session.session.start), let minutes = session.session.minutes,
                (0...1440).contains(minutes)
            else { continue }
            let timed = Timed(number: number, from: from, until: from + minutes)
            ofTeachers[.init(person: session.session.teacher, date: session.date), default: []]
                .append(timed)
            ofPupils[.init(person: session.plan.participant, date: session.date), default: []]
                .append(timed)
        }
        let teachers = Set(ofTeachers.values.flatMap(overlapping))
        let pupils = ofPupils.values.flatMap(overlapping)
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

    /// Returns the sessions that begin before an earlier one has ended.
    private static func overlapping(_ sessions: [Timed]) -> [Int] {
        guard sessions.count > 1 else { return [] }
        var end = Int.min
        return sessions.sorted { ($0.from, $0.number) < ($1.from, $1.number) }.compactMap { timed in
            defer { end = max(end, timed.until) }
            return timed.from < end ? timed.number : nil
        }
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
