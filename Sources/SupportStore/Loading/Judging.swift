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

    init(_ database: Database) { self.database = database }

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
            ).run()
        }
        guard matters.contains(.belonging) else { return records }
        let arguments: StatementArguments = [
            "school": school, "semester": semester.storedValue,
        ]
        records.enrolled = Set(
            try Int.fetchAll(
                database,
                SQLRequest(
                    sql: """
                        SELECT pupil FROM currentEnrolment
                        WHERE school = :school AND semester = :semester
                        """, arguments: arguments, cached: true)))
        records.plans = try plans(arguments)
        records.plansHeldBack = try plansHeldBack(arguments)
        records.sessions = try sessions(arguments)
        records.planParts = try planParts(arguments)
        records.pupilParts = try pupilParts(arguments)
        records.staffNumbersUsed = try Int.fetchSet(
            database.cachedStatement(sql: "SELECT id FROM teacher WHERE isStaffNumber = 1"))
        records.staffNumbersKnown = Set(
            try Int.fetchAll(
                database,
                SQLRequest(
                    sql: """
                        SELECT staffNumber FROM currentStaffMember
                        WHERE school = :school AND COALESCE(semester, 0) <= :semester
                        """, arguments: arguments, cached: true)))
        records.staffNumbersShared = Set(
            try Int.fetchAll(
                database,
                SQLRequest(
                    sql: """
                        SELECT staffNumber FROM currentStaffMember AS m
                        WHERE school = :school AND COALESCE(semester, 0) = (
                            SELECT MAX(COALESCE(l.semester, 0)) FROM currentStaffMember AS l
                            WHERE l.staffNumber = m.staffNumber
                                AND COALESCE(l.semester, 0) <= :semester)
                        GROUP BY staffNumber HAVING COUNT(DISTINCT teacher) > 1
                        """, arguments: arguments, cached: true)))
        return records
    }

    /// The plans that the check of one record held back; of those that this judgement holds back the
    /// judge knows himself.
    private func plansHeldBack(_ arguments: StatementArguments) throws -> Set<Int> {
        Set(
            try Int.fetchAll(
                database,
                SQLRequest(
                    sql: """
                        SELECT h.planNumber FROM heldPlan AS h JOIN delivery AS d ON d.id = h.delivery
                        WHERE d.supersededBy IS NULL AND h.school = :school AND h.semester = :semester
                        """, arguments: arguments, cached: true)))
    }

    private func plans(_ arguments: StatementArguments) throws -> [SchoolSemesterRecords.Plan] {
        try Row.fetchAll(
            database,
            SQLRequest(
                sql: """
                    SELECT p.*, n.number AS numberText, t.code AS statusCode, d.source, d.kind AS fileKind, d.fileName
                    FROM currentPlan AS p JOIN planNumber AS n ON n.id = p.planNumber
                    JOIN term AS t ON t.id = p.status JOIN delivery AS d ON d.id = p.delivery
                    WHERE p.school = :school AND p.semester = :semester ORDER BY p.delivery, p.byte
                    """, arguments: arguments, cached: true)
        ).compactMap { row in
            guard let startsOn = CivilDate(storedValue: row["startsOn"]),
                let endsOn = CivilDate(storedValue: row["endsOn"])
            else { return nil }
            let approved: Int? = row["headApprovedOn"]
            return SchoolSemesterRecords.Plan(
                number: row["planNumber"], numberText: row["numberText"], pupil: row["pupil"],
                startsOn: startsOn, endsOn: endsOn,
                headApprovedOn: approved.flatMap(CivilDate.init(storedValue:)),
                status: row["statusCode"], origin: RecordOrigin(row))
        }
    }

    private func sessions(
        _ arguments: StatementArguments
    ) throws -> [SchoolSemesterRecords.Session] {
        try records(
            """
            SELECT \(Self.origin("s")), s.planNumber, COALESCE(n.number, ''), s.pupil, s.teacher, s.date
            FROM currentSession AS s LEFT JOIN planNumber AS n ON n.id = s.planNumber
            JOIN delivery AS d ON d.id = s.delivery
            WHERE s.school = :school AND s.semester = :semester ORDER BY s.delivery, s.byte
            """, arguments
        ) { row, origin in
            CivilDate(storedValue: row[10]).map { date in
                SchoolSemesterRecords.Session(
                    planNumber: row[6], planText: row[7], pupil: row[8], teacher: row[9],
                    date: date, origin: origin)
            }
        }
    }

    /// The parts of plans that this school delivered with the semester's files.
    private func planParts(
        _ arguments: StatementArguments
    ) throws -> [SchoolSemesterRecords.PlanPart] {
        let parts = [RecordKind.planRisk, .planMeasure, .planResult].map { part in
            """
            SELECT \(Self.origin("r")), '\(part.rawValue)', r.planNumber, n.number
            FROM \(part.currentView) AS r JOIN planNumber AS n ON n.id = r.planNumber
            JOIN delivery AS d ON d.id = r.delivery
            WHERE r.school = :school AND d.semester = :semester
            """
        }
        return try records(
            parts.joined(separator: " UNION ALL ") + " ORDER BY delivery, byte", arguments
        ) { row, origin in
            SchoolSemesterRecords.PlanPart(
                planNumber: row[7], planText: row[8],
                kind: RecordKind(rawValue: row[6]) ?? .planRisk, origin: origin)
        }
    }

    private func pupilParts(
        _ arguments: StatementArguments
    ) throws -> [SchoolSemesterRecords.PupilPart] {
        let parts = [RecordKind.mark, .absence].map { part in
            """
            SELECT DISTINCT \(Self.origin("r")), '\(part.rawValue)', r.pupil
            FROM \(part.currentView) AS r JOIN delivery AS d ON d.id = r.delivery
            WHERE r.school = :school AND r.semester = :semester
            """
        }
        return try records(
            parts.joined(separator: " UNION ALL ") + " ORDER BY delivery, byte", arguments
        ) { row, origin in
            SchoolSemesterRecords.PupilPart(
                pupil: row[7], kind: RecordKind(rawValue: row[6]) ?? .mark, origin: origin)
        }
    }

    /// The columns that say where a record stands, which queries begin with.
    private static func origin(_ table: String) -> String {
        "\(table).delivery, \(table).line, \(table).byte, d.source, d.kind, d.fileName"
    }

    /// Returns what is made of the rows of a query that begins with the columns of ``origin(_:)``.
    ///
    /// Rows are many, so their columns are asked for by place: each name would be looked up in each row.
    private func records<Record>(
        _ sql: String, _ arguments: StatementArguments,
        _ make: (Row, RecordOrigin) -> Record?
    ) throws -> [Record] {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var records: [Record] = []
        while let row = try rows.next() {
            let origin = RecordOrigin(
                delivery: row[0], source: row[3], fileKind: row[4], fileName: row[5],
                line: row[1], byte: row[2])
            if let record = make(row, origin) { records.append(record) }
        }
        return records
    }

    // MARK: - Judgements

    /// Lets go what the last judgement of a school and a semester held back, and drops its findings.
    public func forgetJudgement(school: Int, semester: Semester) throws {
        let arguments: StatementArguments = [
            "school": school, "semester": semester.storedValue,
        ]
        let held = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT delivery, byte FROM heldRecord
                    WHERE judgedSchool = :school AND judgedSemester = :semester
                    """), arguments: arguments)
        for row in held {
            try setHeld(false, delivery: row["delivery"], byte: row["byte"])
        }
        for table in ["heldRecord", "finding"] {
            try database.cachedStatement(
                sql: """
                    DELETE FROM \(table)
                    WHERE judgedSchool = :school AND judgedSemester = :semester
                    """
            ).execute(arguments: arguments)
        }
        judgedDeliveries.formUnion(held.map { $0["delivery"] as Int })
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
        for (finding, origin) in findings {
            try DeliveryLoader.insert(
                finding, delivery: origin.delivery, into: database, school: school,
                semester: semester.storedValue)
            guard finding.severity >= .error else { continue }
            judgedDeliveries.insert(origin.delivery)
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO heldRecord
                        (delivery, line, byte, length, judgedSchool, judgedSemester)
                    VALUES (?, ?, ?, 0, ?, ?)
                    """
            ).execute(arguments: [
                origin.delivery, origin.line, origin.byte, school, semester.storedValue,
            ])
            try setHeld(true, delivery: origin.delivery, byte: origin.byte)
        }
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
            try database.cachedStatement(
                sql: "UPDATE \(kind.table) SET isHeld = ? WHERE delivery = ? AND byte = ?"
            ).execute(arguments: [isHeld ? 1 : 0, delivery, byte])
        }
    }
}

extension RecordOrigin {
    init(_ row: Row) {
        self.init(
            delivery: row["delivery"], source: row["source"], fileKind: row["fileKind"],
            fileName: row["fileName"], line: row["line"], byte: row["byte"])
    }
}

extension RecordKind {
    /// The view of the store that holds what counts of the kind.
    public var currentView: String { "current\(table.prefix(1).uppercased())\(table.dropFirst())" }
}
