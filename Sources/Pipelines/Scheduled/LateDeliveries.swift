import Diagnostics
import PupilSupport
import SupportStore

/// The deliveries that schools owe and that have not come in time.
struct LateDeliveries {
    /// One school's late files of a semester.
    struct Entry: Hashable, Sendable {
        let school: School
        let semester: Semester
        let kinds: [String]
        let lateness: Municipality.Lateness
    }

    /// The entries, the most overdue first, then oldest first.
    let entries: [Entry]

    /// - Parameters:
    ///   - municipality: Says what is owed and when it is late.
    ///   - deliveries: The deliveries in force.
    ///   - day: Today.
    init(_ municipality: Municipality, deliveries: [StoredDelivery], on day: CivilDate) {
        entries = municipality.expectedDeliveries.compactMap { expected -> Entry? in
            let lateness = municipality.lateness(of: expected, on: day)
            guard lateness > .due,
                let school = municipality.schools.first(where: { $0.code == expected.school })
            else { return nil }
            let missing = expected.kinds.filter { kind in
                !deliveries.contains {
                    $0.kind == kind && $0.semester == expected.semester
                        && $0.schools.contains(expected.school)
                }
            }
            guard !missing.isEmpty else { return nil }
            return Entry(
                school: school, semester: expected.semester, kinds: missing, lateness: lateness)
        }.sorted { ($1.lateness, $0.semester) < ($0.lateness, $1.semester) }
    }

    /// What is to be said of them.
    var troubles: [Trouble] {
        entries.map { entry in
            let kinds = entry.kinds.joined(separator: ", ")
            let isOverdue = entry.lateness == .overdue
            return Trouble(
                isOverdue ? .error : .warning,
                lv: "\(entry.semester): \(entry.school.shortName.lv) nav atsūtījusi \(kinds)"
                    + (isOverdue ? ", un termiņš ir sen garām" : ", un termiņš ir garām"),
                en: "\(entry.semester): \(entry.school.shortName.en) has not sent \(kinds)"
                    + (isOverdue ? ", long after it was due" : ", after it was due"))
        }
    }
}
