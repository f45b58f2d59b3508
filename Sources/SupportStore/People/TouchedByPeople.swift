import Foundation
import GRDB
import PupilSupport

/// Finds the schools and semesters whose records name people.
struct TouchedByPeople {
    let database: Database

    func schoolSemesters(
        of people: Set<[UInt8]>, role: PersonRole
    ) throws -> [(school: Int, semester: Semester)] {
        var ids: Set<Int> = []
        for person in people {
            let id = try Int.fetchOne(
                database, sql: "SELECT id FROM \(role.rawValue) WHERE pseudonym = ?",
                arguments: [Data(person)])
            if let id { ids.insert(id) }
        }
        return try schoolSemesters(of: ids, role: role)
    }

    func schoolSemesters(
        of ids: Set<Int>, role: PersonRole
    ) throws -> [(school: Int, semester: Semester)] {
        let list = ids.sorted().map(String.init).joined(separator: ", ")
        let facts: [String] =
            switch role {
            case .pupil:
                [RecordKind.enrolment, .plan, .session, .mark, .absence, .need].map { kind in
                    "SELECT school, semester FROM \(kind.table) WHERE pupil IN (\(list))"
                }
            case .teacher:
                [
                    "SELECT school, semester FROM session WHERE teacher IN (\(list))",
                    """
                    SELECT s.school, s.semester FROM session AS s WHERE s.school IN (
                        SELECT school FROM staffMember
                        WHERE teacher IN (\(list)) OR staffNumber IN (\(list)))
                    """,
                ]
            }
        return try Row.fetchAll(
            database, sql: facts.joined(separator: " UNION ") + " ORDER BY 1, 2"
        ).compactMap { row in
            Semester(storedValue: row["semester"]).map { (row["school"], $0) }
        }
    }
}
