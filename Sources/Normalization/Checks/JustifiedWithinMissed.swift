import Diagnostics
import PupilSupport

/// No more lessons are justified than were missed.
struct JustifiedWithinMissed: RecordCheck {
    static let kinds: Set<RecordKind> = [.absence]
    static let rule = RecordRules.moreJustifiedThanMissed

    private let missed: Int?
    private let justified: Int?

    init(kind: RecordKind, context: NormalizationContext) {
        missed = kind.fieldIndex("missed_lessons")
        justified = kind.fieldIndex("justified_lessons")
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let field = justified, let all = record.value(missed),
            let some = record.value(field), some > all
        else { return nil }
        return RecordCheckHit(
            field: field, details: ["justified": "\(some)", "missed": "\(all)"])
    }
}
