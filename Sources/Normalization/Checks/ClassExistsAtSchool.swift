import Diagnostics
import PupilSupport

/// A pupil's class must be one that the school teaches: a pamatskola has none above 9.
struct ClassExistsAtSchool: RecordCheck {
    static let kinds: Set<RecordKind> = [.enrolment, .session]
    static let rule = RecordRules.classNotAtSchool
    static let decidingValues: [DecidingValue] = [.field("school"), .level(of: "class")]

    private let school: Int?
    private let schoolClass: Int?
    private let levels: [ClosedRange<Int>]

    init(kind: RecordKind, context: NormalizationContext) {
        school = kind.fieldIndex("school")
        schoolClass = kind.fieldIndex("class")
        levels = context.municipality.schools.map(\.levels)
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let school = record.value(school), let field = schoolClass,
            let value = record.value(field), !levels[school].contains(value / 100)
        else { return nil }
        let allowed = levels[school]
        return RecordCheckHit(
            field: field,
            details: [
                "found": "\(value / 100)", "least": "\(allowed.lowerBound)",
                "most": "\(allowed.upperBound)",
            ])
    }
}
