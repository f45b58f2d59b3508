import Diagnostics
import PupilSupport

/// A plan ends on or after the day it starts.
struct PlanEndsAfterStart: RecordCheck {
    static let kinds: Set<RecordKind> = [.plan]
    static let rule = RecordRules.endsBeforeStart

    private let start: Int?
    private let end: Int?

    init(kind: RecordKind, context: NormalizationContext) {
        start = kind.fieldIndex("starts_on")
        end = kind.fieldIndex("ends_on")
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        guard let first = record.date(start), let last = record.date(end), last < first,
            let field = end
        else { return nil }
        return RecordCheckHit(
            field: field, details: ["start": first.latvian, "end": last.latvian])
    }
}

/// A plan is approved by the head, then the municipality, then the state (esf.md, LV-5).
struct ApprovalsInOrder: RecordCheck {
    static let kinds: Set<RecordKind> = [.plan]
    static let rule = RecordRules.approvalsOutOfOrder

    private let chain: [Int]

    init(kind: RecordKind, context: NormalizationContext) {
        chain = [
            "applied_on", "head_approved_on", "municipality_approved_on", "state_approved_on",
        ].compactMap(kind.fieldIndex)
    }

    func hit(in record: ModelRecord) -> RecordCheckHit? {
        let given = chain.compactMap { field in record.date(field).map { (field, $0) } }
        for (earlier, later) in zip(given, given.dropFirst()) where later.1 < earlier.1 {
            return RecordCheckHit(
                field: later.0,
                details: ["found": given.map(\.1.latvian).joined(separator: ", ")])
        }
        return nil
    }
}
