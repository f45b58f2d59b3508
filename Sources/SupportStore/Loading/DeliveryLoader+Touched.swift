import GRDB
public import PupilSupport

extension DeliveryLoader {
    /// Whether records of the delivery can contradict or repeat others: there are other deliveries,
    /// or it holds kinds of which there should be one record.
    ///
    /// The very same record again within one file was left out when the file was read.
    public func mayRepeatRecords() throws -> Bool {
        if kindsLoaded.contains(where: { !RepeatedRecords.keyFields(of: $0).isEmpty }) {
            return true
        }
        return try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM delivery WHERE id <> ?)"),
            arguments: [delivery]) ?? true
    }
}

extension JointLoading {
    /// Returns the schools (as keys of the store) and semesters that the records of deliveries, and of
    /// those whose place they took, name.
    ///
    /// - Parameter deliveries: The numbers of the deliveries.
    public func touchedSchoolSemesters(
        by deliveries: [Int]
    ) throws -> [(school: Int, semester: Semester)] {
        guard !deliveries.isEmpty else { return [] }
        let numbers = deliveries.map(String.init).joined(separator: ", ")
        let rows = try Row.fetchAll(
            database,
            sql: """
                WITH touched AS (
                    SELECT id FROM delivery
                    WHERE id IN (\(numbers)) OR supersededBy IN (\(numbers)))
                SELECT school, semester FROM enrolment WHERE delivery IN touched UNION
                SELECT school, semester FROM plan WHERE delivery IN touched UNION
                SELECT school, semester FROM session WHERE delivery IN touched UNION
                SELECT school, semester FROM mark WHERE delivery IN touched UNION
                SELECT school, semester FROM absence WHERE delivery IN touched UNION
                SELECT p.school, p.semester FROM plan AS p WHERE p.planNumber IN (
                    SELECT planNumber FROM plan WHERE delivery IN touched UNION
                    SELECT planNumber FROM planRisk WHERE delivery IN touched UNION
                    SELECT planNumber FROM planMeasure WHERE delivery IN touched UNION
                    SELECT planNumber FROM planResult WHERE delivery IN touched) UNION
                SELECT s.school, s.semester FROM session AS s WHERE s.school IN (
                    SELECT school FROM staffMember WHERE delivery IN touched) UNION
                SELECT school, semester FROM heldPlan WHERE delivery IN touched
                ORDER BY 1, 2
                """)
        return rows.compactMap { row in
            Semester(storedValue: row["semester"]).map { (row["school"], $0) }
        }
    }
}
