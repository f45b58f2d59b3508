import Diagnostics
import PupilSupport

/// A check of one record of the model by itself.
protocol RecordCheck: Sendable {
    /// The kinds of record that the check looks at.
    static var kinds: Set<RecordKind> { get }

    /// The rule that a hit breaks.
    static var rule: Rule { get }

    /// The field that a source must map for the check to mean anything, or `nil`.
    static var neededField: String? { get }

    /// The values that decide whether a record passes; empty where nothing is gained by remembering them.
    static var decidingValues: [DecidingValue] { get }

    /// Creates the check for records of one kind.
    init(kind: RecordKind, context: NormalizationContext)

    /// Returns what is wrong with a record, or `nil`.
    func hit(in record: ModelRecord) -> RecordCheckHit?
}

extension RecordCheck {
    static var neededField: String? { nil }
    static var decidingValues: [DecidingValue] { [] }
}

/// A value of a record that decides whether it passes a check, with all others that the check names.
enum DecidingValue {
    /// The value of a field; a kind of record without the field has nothing in it.
    case field(String)
    /// The level of the class in a field, whatever its letter.
    case level(of: String)
}

/// What a check found in a record.
struct RecordCheckHit {
    /// The place of the field that is to blame.
    let field: Int
    /// The values for the rule's texts.
    let details: [String: String]
}

/// The values of one record, field by field; it does not outlive the call that lends it.
struct ModelRecord {
    let values: UnsafeBufferPointer<Int>

    /// Returns the value of a field by its place, or `nil` when it is not there.
    @inline(__always)
    func value(_ field: Int?) -> Int? {
        guard let field else { return nil }
        let value = values[field]
        return value <= ValueReader.none ? nil : value
    }

    /// Returns the day in a field, or `nil` when it is not there.
    @inline(__always)
    func date(_ field: Int?) -> CivilDate? { value(field).flatMap(CivilDate.init(storedValue:)) }
}

/// All checks of single records; a new one is added here.
enum RecordChecks {
    static let all: [any RecordCheck.Type] = [
        ClassExistsAtSchool.self, PlanEndsAfterStart.self, ApprovalsInOrder.self,
        RemoteSessionIsConfirmed.self, RemoteSessionHasOrder.self, DateWithinSemester.self,
        DateWithinProject.self,
        SessionOnSchoolDay.self, JustifiedWithinMissed.self,
    ]

    /// Returns the checks of one kind of record that the source does not turn off.
    ///
    /// - Parameter fields: The names of the fields that the source maps.
    static func checks(
        for kind: RecordKind, mapping fields: Set<String>, context: NormalizationContext
    ) -> [ActiveCheck] {
        all.compactMap { check in
            guard check.kinds.contains(kind), check.neededField.map(fields.contains) ?? true
            else { return nil }
            let severity: Severity
            switch context.source.ruleSeverities[check.rule.code] {
            case nil: severity = check.rule.severity
            case .off: return nil
            case .note: severity = .note
            case .warning: severity = .warning
            case .error: severity = .error
            }
            return ActiveCheck(
                check: check.init(kind: kind, context: context), rule: check.rule,
                severity: severity, passed: PassedRecords(check.decidingValues, of: kind))
        }
    }
}

/// A check with the severity that the source gives it.
struct ActiveCheck {
    let check: any RecordCheck
    let rule: Rule
    let severity: Severity
    /// What has passed it, or `nil` where it is asked anew of every record.
    let passed: PassedRecords?
}
