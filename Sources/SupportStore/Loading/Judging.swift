public import Diagnostics
import GRDB
public import PupilSupport

/// Judges schools' semesters within the transaction that changed something of them.
public final class StoredJudging {
    let database: Database
    /// The deliveries of which judgements held records back, or let them go.
    private(set) var judgedDeliveries: Set<Int> = []
    /// The kinds of which the deliveries judged so far have records.
    private var kindsOfDeliveries: [Int: [RecordKind]] = [:]
    private var origins: RecordOrigins

    init(_ database: Database) {
        self.database = database
        origins = RecordOrigins(database)
    }

    /// Makes what judging is quick with; needed before it, once in a store's life.
    public func prepareJudging() throws {
        try JudgingIndexes.make(in: database)
    }

    /// Returns what counts of a school and a semester but for what their last judgement held back,
    /// which must have been forgotten before.
    ///
    /// - Parameter matters: What of it is asked for; the rest stays empty.
    public func records(
        ofSchool school: Int, semester: Semester, for matters: Set<JudgedMatter>
    ) throws -> SchoolSemesterRecords {
        var records = SchoolSemesterRecords(school: school, semester: semester)
        if matters.contains(.repetition) {
            records.repeated = try RepeatedRecordSearch(
                database: database, school: school, semester: semester
            ).run(&origins)
        }
        guard matters.contains(.belonging) else { return records }
        try BelongingRecords(database: database, school: school, semester: semester)
            .read(into: &records, &origins)
        return records
    }

    // MARK: - Judgements

    /// Lets go what the last judgement of a school and a semester held back, and drops its findings.
    public func forgetJudgement(school: Int, semester: Semester) throws {
        let held = try held(school: school, semester: semester)
        try setHeld(false, among: Set(held), school: school, semester: semester)
        for table in held.isEmpty ? ["finding"] : ["heldRecord", "finding"] {
            try BoundStatement(
                database,
                sql: "DELETE FROM \(table) WHERE judgedSchool = ? AND judgedSemester = ?"
            ).run(in: database) { row in
                row.bind(school)
                row.bind(semester.storedValue)
            }
        }
        judgedDeliveries.formUnion(held)
    }

    /// Returns the deliveries of which the last judgement held records back.
    private func held(school: Int, semester: Semester) throws -> [Int] {
        try Int.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT delivery FROM heldRecord
                    WHERE judgedSchool = ? AND judgedSemester = ?
                    """), arguments: [school, semester.storedValue])
    }

    /// Keeps what a judge found, and holds back the records that it says.
    ///
    /// - Parameters:
    ///   - findings: The findings with the delivery and the byte of the record of each.
    ///   - school: The key of the school judged.
    ///   - semester: The semester judged.
    public func keep(
        judgement findings: [(finding: Diagnostic, origin: RecordOrigin)], school: Int,
        semester: Semester
    ) throws {
        guard !findings.isEmpty else { return }
        let insert = try FindingInsert(database)
        let hold = try BoundInsert(
            database, orIgnoreInto: "heldRecord",
            columns: ["delivery", "line", "byte", "length", "judgedSchool", "judgedSemester"])
        var deliveries: Set<Int> = []
        for (finding, origin) in findings {
            try insert.insert(
                finding, delivery: origin.delivery, school: school, semester: semester.storedValue)
            guard finding.severity >= .error else { continue }
            deliveries.insert(origin.delivery)
            try hold.insert(into: database) { row in
                row.bind(origin.delivery)
                row.bind(origin.line)
                row.bind(origin.byte)
                row.bind(0)
                row.bind(school)
                row.bind(semester.storedValue)
            }
            // What is held back for something else already is not among those of this judgement.
            guard database.changesCount == 0 else { continue }
            try setHeld(true, delivery: origin.delivery, byte: origin.byte)
        }
        judgedDeliveries.formUnion(deliveries)
        try setHeld(true, among: deliveries, school: school, semester: semester)
    }

    /// Counts anew what the judgements changed; needed after the last of them.
    public func finishJudging() throws {
        try DeliveryLoader.recount(judgedDeliveries.sorted(), in: database)
    }

    /// Returns the kinds of which a delivery has records.
    private func kinds(of delivery: Int) throws -> [RecordKind] {
        if let known = kindsOfDeliveries[delivery] { return known }
        let kinds = try RecordKind.inStore.filter { kind in
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM \(kind.table) WHERE delivery = ?)"),
                arguments: [delivery]) ?? false
        }
        kindsOfDeliveries[delivery] = kinds
        return kinds
    }

    /// Holds back, or lets go, everything that was made of one record.
    private func setHeld(_ isHeld: Bool, delivery: Int, byte: Int) throws {
        for kind in try kinds(of: delivery) {
            try BoundStatement(
                database,
                sql: "UPDATE \(kind.table) SET isHeld = ? WHERE delivery = ? AND byte = ?"
            ).run(in: database) { row in
                row.bind(isHeld ? 1 : 0)
                row.bind(delivery)
                row.bind(byte)
            }
        }
    }

    /// Holds back, or lets go, everything that was made of the records that a judgement holds back.
    ///
    /// - Parameter deliveries: The deliveries that these records are of.
    private func setHeld(
        _ isHeld: Bool, among deliveries: Set<Int>, school: Int, semester: Semester
    ) throws {
        var kinds: Set<RecordKind> = []
        for delivery in deliveries { kinds.formUnion(try self.kinds(of: delivery)) }
        for kind in RecordKind.inStore where kinds.contains(kind) {
            try BoundStatement(
                database,
                sql: """
                    UPDATE \(kind.table) SET isHeld = ? WHERE (delivery, byte) IN (
                        SELECT delivery, byte FROM heldRecord
                        WHERE judgedSchool = ? AND judgedSemester = ?)
                    """
            ).run(in: database) { row in
                row.bind(isHeld ? 1 : 0)
                row.bind(school)
                row.bind(semester.storedValue)
            }
        }
    }
}

extension RecordKind {
    /// The view of the store that holds what counts of the kind.
    public var currentView: String { "current\(table.prefix(1).uppercased())\(table.dropFirst())" }
}
