import PupilSupport

/// What a delivery has said of people so far, so that the same statement makes one record.
struct SeenPeople {
    /// The first statement about each pupil, one behind the other; one that is still missing begins with -1.
    private var statements: [Int] = []
    private var furtherStatements: Set<[Int]> = []
    private var pupilNames = SeenNames()
    private var teacherNames = SeenNames()

    /// Notes what a record says of a pupil.
    ///
    /// - Returns: Whether it says anything new.
    mutating func see(_ values: UnsafeBufferPointer<Int>) -> Bool {
        guard let pupil = values.first, pupil >= 0 else { return true }
        let start = pupil * values.count
        if statements.count <= start {
            let missing = start + values.count - statements.count
            statements.append(contentsOf: repeatElement(-1, count: missing))
        }
        if statements[start] < 0 {
            for (index, value) in values.enumerated() { statements[start + index] = value }
            return true
        }
        if statements[start..<(start + values.count)].elementsEqual(values) { return false }
        return furtherStatements.insert(Array(values)).inserted
    }

    /// Notes a spelling of a person's name.
    ///
    /// - Returns: Whether the delivery has not given this spelling before.
    mutating func seeName(isTeacher: Bool, person: Int, given: Int, family: Int) -> Bool {
        guard person >= 0, given >= 0 || family >= 0 else { return false }
        let name = SeenNames.Name(given: given, family: family)
        return isTeacher
            ? teacherNames.see(name, of: person) : pupilNames.see(name, of: person)
    }
}

/// The spellings of the names of people who are numbered one after another.
private struct SeenNames {
    struct Name: Hashable {
        let given: Int
        let family: Int
    }

    /// The first spelling of each person's name; most people have no other.
    private var firsts: [Name?] = []
    private var further: [Int: Set<Name>] = [:]

    mutating func see(_ name: Name, of person: Int) -> Bool {
        if firsts.count <= person {
            firsts.append(contentsOf: repeatElement(nil, count: person + 1 - firsts.count))
        }
        guard let first = firsts[person] else {
            firsts[person] = name
            return true
        }
        return first != name && further[person, default: []].insert(name).inserted
    }
}
