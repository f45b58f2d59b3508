import PupilSupport

/// What a delivery has said of people so far, so that the same statement makes one record.
struct SeenPeople {
    private var statements: [[Int]] = []
    private var furtherStatements: Set<[Int]> = []
    private var names: [NameKey: Set<[Int]>] = [:]

    private struct NameKey: Hashable {
        let isTeacher: Bool
        let person: Int
    }

    /// Notes what a record says of a pupil.
    ///
    /// - Returns: Whether it says anything new.
    mutating func see(_ values: ArraySlice<Int>) -> Bool {
        guard let pupil = values.first, pupil >= 0 else { return true }
        while statements.count <= pupil { statements.append([]) }
        if statements[pupil].isEmpty {
            statements[pupil] = Array(values)
            return true
        }
        if statements[pupil].elementsEqual(values) { return false }
        return furtherStatements.insert(Array(values)).inserted
    }

    /// Notes a spelling of a person's name.
    ///
    /// - Returns: Whether the delivery has not given this spelling before.
    mutating func seeName(isTeacher: Bool, person: Int, given: Int, family: Int) -> Bool {
        guard person >= 0, given >= 0 || family >= 0 else { return false }
        return names[NameKey(isTeacher: isTeacher, person: person), default: []]
            .insert([given, family]).inserted
    }
}
