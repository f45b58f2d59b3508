import PupilSupport
import SupportStore

/// Indicators of which nothing can be said in a semester, because no record that they count had ever come until then.
///
/// Before a project begins schools are asked for marks and absences alone. Nobody counted no sessions then: nobody
/// looked. A record that is held back has come, and so has one of an earlier semester; then nothing is a zero.
struct UnknownIndicators {
    private let codes: Set<String>

    /// Looks at what a store holds, where it is known what was asked for.
    init(
        in semester: Semester, indicators: IndicatorSet, municipality: Municipality,
        snapshot: StoreSnapshot
    ) throws {
        guard municipality.expectedDeliveries.contains(where: { $0.semester == semester }) else {
            codes = []
            return
        }
        var known: [RecordKind: Bool] = [:]
        var codes: Set<String> = []
        for indicator in indicators.indicators {
            if let evidence = indicator.evidence, let kind = indicators.kinds(of: evidence).first {
                let table = kind.tableOfSemesters
                let hasCome = try known[table] ?? Self.hasCome(table, until: semester, snapshot)
                known[table] = hasCome
                if !hasCome { codes.insert(indicator.code) }
            } else if case .target = indicator.aggregate {
                continue
            } else if indicator.aggregate.operands.contains(where: codes.contains) {
                codes.insert(indicator.code)
            }
        }
        self.codes = codes
    }

    /// Whether nothing can be said of an indicator.
    func contains(_ indicator: String) -> Bool { codes.contains(indicator) }

    private static func hasCome(
        _ kind: RecordKind, until semester: Semester, _ snapshot: StoreSnapshot
    ) throws -> Bool {
        var hasCome = false
        try snapshot.stream(
            sql: "SELECT EXISTS (SELECT 1 FROM \(kind.table) WHERE semester <= :semester)",
            arguments: ["semester": semester.storedValue]
        ) { row in hasCome = row.integer(0) == 1 }
        return hasCome
    }
}

extension RecordKind {
    /// The kind that says of which semester a record is; parts of plans are of their plan's.
    fileprivate var tableOfSemesters: RecordKind {
        switch self {
        case .planRisk, .planMeasure, .planResult: .plan
        case .pupil, .staffMember: .enrolment
        default: self
        }
    }
}
