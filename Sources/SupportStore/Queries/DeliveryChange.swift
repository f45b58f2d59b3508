import GRDB
import PupilSupport

/// How the records of a delivery differ from those whose place it took.
public struct DeliveryChange: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The number of records that are there for the first time.
    public var new = 0
    /// The number of records that say something else of the same matter.
    public var changed = 0
    /// The number of records that are there no more.
    public var gone = 0
    /// The number of records that say the same.
    public var same = 0
}

extension SupportStore {
    /// Returns the number of the delivery that came last, 0 when there is none.
    public func lastDelivery() throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: "SELECT MAX(id) FROM delivery") ?? 0 }
    }

    /// Returns how the deliveries after one differ from those whose place they took.
    ///
    /// - Parameters:
    ///   - last: The number of the delivery after which to begin.
    ///   - named: Names a file as it may be shown.
    public func changes(since last: Int, named: (String) -> String) throws -> [DeliveryChange] {
        try pool.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT id, fileName FROM delivery WHERE id > ? ORDER BY fileName",
                arguments: [last])
            return try rows.map { row in
                var change = DeliveryChange(file: named(row["fileName"]))
                for kind in RecordKind.inStore {
                    try Self.compare(kind, of: row["id"], in: database, into: &change)
                }
                return change
            }
        }
    }

    private static func compare(
        _ kind: RecordKind, of delivery: Int, in database: Database,
        into change: inout DeliveryChange
    ) throws {
        let columns = kind.fields.filter(\.isStored).map(\.column)
        let matter = kind.matter.filter(columns.contains)
        func rows(_ condition: String) throws -> [Row] {
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(columns.joined(separator: ", ")) FROM \(kind.table)
                    WHERE delivery IN (SELECT id FROM delivery WHERE \(condition))
                    """, arguments: [delivery])
        }
        func key(_ row: Row, _ columns: [String]) -> [Int?] { columns.map { row[$0] } }
        var old: [[Int?]: [[Int?]]] = [:]
        for row in try rows("supersededBy = ?") {
            old[key(row, matter), default: []].append(key(row, columns))
        }
        var unmatched: [[Int?]: Int] = [:]
        for row in try rows("id = ?") {
            let (matter, whole) = (key(row, matter), key(row, columns))
            if let place = old[matter]?.firstIndex(of: whole) {
                old[matter]?.remove(at: place)
                change.same += 1
            } else {
                unmatched[matter, default: 0] += 1
            }
        }
        for (matter, count) in unmatched {
            let left = old[matter]?.count ?? 0
            change.changed += min(count, left)
            change.new += max(0, count - left)
            if left > 0 { old[matter]?.removeLast(min(count, left)) }
        }
        change.gone += old.values.reduce(0) { $0 + $1.count }
    }
}

extension RecordKind {
    /// The columns that say what a record is about; the others say something of it.
    fileprivate var matter: [String] {
        switch self {
        case .pupil: ["pupil"]
        case .enrolment: ["school", "semester", "pupil"]
        case .plan, .planResult: ["school", "semester", "planNumber"]
        case .planRisk: ["school", "planNumber", "risk"]
        case .planMeasure: ["school", "planNumber", "measure", "subject"]
        case .session: ["school", "pupil", "date", "measure", "subject", "teacher"]
        case .mark: ["school", "semester", "pupil", "subject"]
        case .absence: ["school", "semester", "pupil"]
        case .feedback: ["school", "semester", "respondent", "rating"]
        case .need: ["school", "semester", "pupil", "risk"]
        case .staffMember: ["school", "staffNumber"]
        case .sensitiveAnswers: ["pupil"]
        }
    }
}
