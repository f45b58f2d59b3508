import GRDB
import PupilSupport

/// Reads what counts of a school and a semester, to be judged for what belongs together.
struct BelongingRecords {
    let database: Database
    let school: Int
    let semester: Semester

    /// Each file has the same questions asked of the schools and semesters that it touches.
    func read(
        into records: inout SchoolSemesterRecords, _ origins: inout RecordOrigins
    ) throws {
        records.enrolled = try numbers(
            "SELECT pupil FROM currentEnrolment WHERE school = :school AND semester = :semester")
        records.plans = try plans(&origins)
        records.plansHeldBack = try plansHeldBack()
        records.sessions = try sessions(&origins)
        records.planParts = try planParts(&origins)
        records.pupilParts = try pupilParts(&origins)
        records.staffNumbersUsed = try Int.fetchSet(
            database.cachedStatement(sql: "SELECT id FROM teacher WHERE isStaffNumber = 1"))
        records.staffNumbersKnown = try numbers(
            """
            SELECT staffNumber FROM currentStaffMember
            WHERE school = :school AND COALESCE(semester, 0) <= :semester
            """)
        records.staffNumbersShared = try numbers(
            """
            SELECT staffNumber FROM currentStaffMember AS m
            WHERE school = :school AND COALESCE(semester, 0) = (
                SELECT MAX(COALESCE(l.semester, 0)) FROM currentStaffMember AS l
                WHERE l.staffNumber = m.staffNumber
                    AND COALESCE(l.semester, 0) <= :semester)
            GROUP BY staffNumber HAVING COUNT(DISTINCT teacher) > 1
            """)
    }

    private var arguments: StatementArguments {
        ["school": school, "semester": semester.storedValue]
    }

    private func numbers(_ sql: String) throws -> Set<Int> {
        try Int.fetchSet(database.cachedStatement(sql: sql), arguments: arguments)
    }

    /// The plans that the check of one record held back; of those that this judgement holds back the
    /// judge knows himself.
    private func plansHeldBack() throws -> Set<Int> {
        try numbers(
            """
            SELECT h.planNumber FROM heldPlan AS h JOIN delivery AS d ON d.id = h.delivery
            WHERE d.supersededBy IS NULL AND h.school = :school AND h.semester = :semester
            """)
    }

    private func plans(_ origins: inout RecordOrigins) throws -> [SchoolSemesterRecords.Plan] {
        try records(
            """
            SELECT \(RecordOrigins.columns("p")), p.planNumber, n.number, p.pupil, p.startsOn,
                p.endsOn, p.headApprovedOn, t.code
            FROM currentPlan AS p JOIN planNumber AS n ON n.id = p.planNumber
            JOIN term AS t ON t.id = p.status
            WHERE p.school = :school AND p.semester = :semester ORDER BY p.delivery, p.byte
            """, &origins
        ) { row, origin in
            guard let startsOn = CivilDate(storedValue: row[6]),
                let endsOn = CivilDate(storedValue: row[7])
            else { return nil }
            let approved: Int? = row[8]
            return SchoolSemesterRecords.Plan(
                number: row[3], numberText: row[4], pupil: row[5], startsOn: startsOn,
                endsOn: endsOn, headApprovedOn: approved.flatMap(CivilDate.init(storedValue:)),
                status: row[9], origin: origin)
        }
    }

    private func sessions(
        _ origins: inout RecordOrigins
    ) throws -> [SchoolSemesterRecords.Session] {
        try records(
            """
            SELECT \(RecordOrigins.columns("s")), s.planNumber, COALESCE(n.number, ''), s.pupil,
                s.teacher, s.date
            FROM currentSession AS s LEFT JOIN planNumber AS n ON n.id = s.planNumber
            WHERE s.school = :school AND s.semester = :semester ORDER BY s.delivery, s.byte
            """, &origins
        ) { row, origin in
            CivilDate(storedValue: row[7]).map { date in
                SchoolSemesterRecords.Session(
                    planNumber: row[3], planText: row[4], pupil: row[5], teacher: row[6],
                    date: date, origin: origin)
            }
        }
    }

    /// The parts of plans that this school delivered with the semester's files.
    private func planParts(
        _ origins: inout RecordOrigins
    ) throws -> [SchoolSemesterRecords.PlanPart] {
        let parts = [RecordKind.planRisk, .planMeasure, .planResult].map { part in
            """
            SELECT \(RecordOrigins.columns("r")), '\(part.rawValue)', r.planNumber, n.number
            FROM \(part.currentView) AS r JOIN planNumber AS n ON n.id = r.planNumber
            JOIN delivery AS d ON d.id = r.delivery
            WHERE r.school = :school AND d.semester = :semester
            """
        }
        return try records(
            parts.joined(separator: " UNION ALL ") + " ORDER BY delivery, byte", &origins
        ) { row, origin in
            SchoolSemesterRecords.PlanPart(
                planNumber: row[4], planText: row[5],
                kind: RecordKind(rawValue: row[3]) ?? .planRisk, origin: origin)
        }
    }

    private func pupilParts(
        _ origins: inout RecordOrigins
    ) throws -> [SchoolSemesterRecords.PupilPart] {
        let parts = [RecordKind.mark, .absence].map { part in
            """
            SELECT DISTINCT \(RecordOrigins.columns("r")), '\(part.rawValue)', r.pupil
            FROM \(part.currentView) AS r WHERE r.school = :school AND r.semester = :semester
            """
        }
        return try records(
            parts.joined(separator: " UNION ALL ") + " ORDER BY delivery, byte", &origins
        ) { row, origin in
            SchoolSemesterRecords.PupilPart(
                pupil: row[4], kind: RecordKind(rawValue: row[3]) ?? .mark, origin: origin)
        }
    }

    /// Returns what is made of the rows of a query that begins with ``RecordOrigins/columns(_:)``.
    ///
    /// Rows are many, so their columns are asked for by place: each name would be looked up in each row.
    private func records<Record>(
        _ sql: String, _ origins: inout RecordOrigins, _ make: (Row, RecordOrigin) -> Record?
    ) throws -> [Record] {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var records: [Record] = []
        while let row = try rows.next() {
            guard let origin = try origins.origin(row) else { continue }
            if let record = make(row, origin) { records.append(record) }
        }
        return records
    }
}
