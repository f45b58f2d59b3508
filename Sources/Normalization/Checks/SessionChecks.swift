import Diagnostics
import PupilSupport

/// A remote session is confirmed on its own day (domain facts, section 2.3).
struct RemoteSessionIsConfirmed: RecordCheck {
    static let kinds: Set<RecordKind> = [.session]
    static let rule = RecordRules.unconfirmedRemote
    static let neededField: String? = "mode"

    private let mode: Int?
    private let date: Int?
    private let confirmedOn: Int?
    private let remote: Int?

    init(kind: RecordKind, context: NormalizationContext) {
        mode = kind.fieldIndex("mode")
        date = kind.fieldIndex("date")
        confirmedOn = kind.fieldIndex("confirmed_on")
        remote = context.vocabularies[.sessionModes]?.terms.firstIndex { $0.code == "remote" }
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let mode = record.value(mode), mode == remote, let field = confirmedOn,
            let held = record.date(date)
        else { return nil }
        let confirmed = record.date(field)
        guard confirmed != held else { return nil }
        return RecordCheckHit(
            field: field, details: ["date": held.latvian, "found": confirmed?.latvian ?? "–"])
    }
}

/// A remote session is given on the strength of the head's order (esf.md, LV-8).
///
/// It is asked of a source whose exports have a field for it; of others the submission says that the orders cannot be
/// checked (VAL-52).
struct RemoteSessionHasOrder: RecordCheck {
    static let kinds: Set<RecordKind> = [.session]
    static let rule = RecordRules.remoteWithoutOrder
    static let neededField: String? = "order_number"

    private let mode: Int?
    private let date: Int?
    private let order: Int?
    private let remote: Int?

    init(kind: RecordKind, context: NormalizationContext) {
        mode = kind.fieldIndex("mode")
        date = kind.fieldIndex("date")
        order = kind.fieldIndex("order_number")
        remote = context.vocabularies[.sessionModes]?.terms.firstIndex { $0.code == "remote" }
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let mode = record.value(mode), mode == remote, let field = order,
            record.value(field) == nil, let held = record.date(date)
        else { return nil }
        return RecordCheckHit(field: field, details: ["date": held.latvian])
    }
}

/// A session does not usually take place on a weekend or in the holidays.
struct SessionOnSchoolDay: RecordCheck {
    static let kinds: Set<RecordKind> = [.session]
    static let rule = RecordRules.freeDay
    static let decidingValues: [DecidingValue] = [
        .field("date"), .field("semester"), .level(of: "class"),
    ]

    private let date: Int?
    private let schoolClass: Int?
    private let semester: Int?
    private let calendar: SemesterCalendar

    init(kind: RecordKind, context: NormalizationContext) {
        date = kind.fieldIndex("date")
        schoolClass = kind.fieldIndex("class")
        semester = kind.fieldIndex("semester")
        calendar = context.municipality.calendar
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let field = date, let day = record.date(field) else { return nil }
        let level = record.value(schoolClass).map { $0 / 100 }
        let period = record.value(semester).flatMap(Semester.init(storedValue:))
            .flatMap(calendar.period)
        let isHoliday = period?.holidays.contains { $0.covers(day, level: level) } ?? false
        guard isHoliday || day.weekday > 5 else { return nil }
        return RecordCheckHit(field: field, details: ["found": day.latvian])
    }
}
