import PupilSupport
import SupportStore

/// What is known of the semester before, without which a comparison has no meaning: a school that
/// delivered nothing did not count zero.
struct Comparison: Sendable {
    /// The codes of the schools of which the store holds anything of the semester before.
    let schools: Set<String>
    /// The codes of the schools that owed something of the semester before, and of which nothing is known.
    let silent: Set<String>

    /// Looks at what a store holds of the semester before.
    init(
        before semester: Semester, municipality: Municipality, in snapshot: StoreSnapshot
    ) throws {
        let before = semester.previous
        // One pass over each table: a question for each school would read them once a school.
        let known = ["currentEnrolment", "currentSession", "currentMark", "currentAbsence"]
            .map { "SELECT school FROM \($0) WHERE semester = :semester" }
        var schools: Set<String> = []
        try snapshot.stream(
            sql: "SELECT code FROM school WHERE id IN (\(known.joined(separator: " UNION ")))",
            arguments: ["semester": before.storedValue], keeping: true
        ) { row in
            if let code = row.text(0) { schools.insert(code) }
        }
        self.schools = schools
        silent = Set(
            municipality.expectedDeliveries.filter { $0.semester == before }.map(\.school)
        ).subtracting(schools)
    }

    /// Whether anything is known that a value of a school, or of the municipality, can be compared with.
    func canCompare(school: String?) -> Bool {
        school.map(schools.contains) ?? !schools.isEmpty
    }

    /// Whether the figures of the semester before are those of all that delivered.
    func hasFigures(school: String?) -> Bool {
        canCompare(school: school) && (school != nil || silent.isEmpty)
    }
}

extension CellGrid {
    /// Returns the code of the school that a cell belongs to, or `nil` when it is the municipality's.
    func school(of cell: Int, in dimensions: Dimensions) -> String? {
        guard let place = self.dimensions.firstIndex(of: .school) else { return nil }
        return dimensions.categories(of: .school)[cell / strides[place] % sizes[place]].code
    }
}
