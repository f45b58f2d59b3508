import Diagnostics
import PupilSupport

/// The days of plans and sessions lie in the semester that the record names, as far as plans may reach.
struct DateWithinSemester: RecordCheck {
    static let kinds: Set<RecordKind> = [.plan, .session]
    static let rule = RecordRules.outsideSemester
    static let decidingValues: [DecidingValue] = [
        .field("semester"), .field("starts_on"), .field("ends_on"), .field("date"),
    ]

    private let dates: [Int]
    private let semester: Int?
    private let calendar: SemesterCalendar

    init(kind: RecordKind, context: NormalizationContext) {
        dates = ["starts_on", "ends_on", "date"].compactMap(kind.fieldIndex)
        semester = kind.fieldIndex("semester")
        calendar = context.municipality.calendar
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let named = record.value(semester),
            let period = Semester(storedValue: named).flatMap(calendar.period)
        else { return nil }
        for field in dates {
            guard let date = record.date(field), !period.contains(date) else { continue }
            return RecordCheckHit(
                field: field,
                details: [
                    "found": date.latvian, "semester": period.semester.code,
                    "start": period.startsOn.latvian, "end": period.plansEndOn.latvian,
                ])
        }
        return nil
    }
}

/// The days of plans and sessions lie within the project.
struct DateWithinProject: RecordCheck {
    static let kinds: Set<RecordKind> = [.plan, .session]
    static let rule = RecordRules.outsideProject
    static let decidingValues: [DecidingValue] = [.field("starts_on"), .field("date")]

    private let dates: [Int]
    private let project: Project

    init(kind: RecordKind, context: NormalizationContext) {
        dates = ["starts_on", "date"].compactMap(kind.fieldIndex)
        project = context.municipality.project
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        for field in dates {
            guard let date = record.date(field),
                date < project.startsOn || date > project.endsOn
            else { continue }
            return RecordCheckHit(
                field: field,
                details: [
                    "found": date.latvian, "start": project.startsOn.latvian,
                    "end": project.endsOn.latvian,
                ])
        }
        return nil
    }
}
