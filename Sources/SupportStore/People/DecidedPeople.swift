/// What the decisions that stand say together: who is one person, and who never is.
struct DecidedPeople {
    /// Somebody, by pseudonym or by the identity of held records; a pupil and a teacher never share one.
    typealias Person = [UInt8]

    private var links: [Person: PeopleDecision] = [:]
    private var linked: [Person: [Person]] = [:]
    private var parts: [PeopleDecision] = []

    init(_ decisions: some Sequence<PeopleDecision>) {
        for decision in decisions where decision.undone == nil {
            switch decision.kind {
            case .part: parts.append(decision)
            case .link:
                links[decision.second] = decision
                linked[decision.first, default: []].append(decision.second)
            }
        }
    }

    /// The links that stand.
    var standingLinks: some Collection<PeopleDecision> { links.values }

    /// Returns the link that made somebody a tombstone.
    func link(of person: Person) -> PeopleDecision? { links[person] }

    /// Returns the person who stays of all those linked with somebody.
    func survivor(of person: Person) -> Person {
        var person = person
        // A circle is never decided; were there one, walking it would not end.
        for _ in 0...links.count {
            guard let link = links[person] else { return person }
            person = link.first
        }
        return person
    }

    /// Returns everybody who is one person with somebody, themselves included.
    func everybody(with person: Person) -> Set<Person> {
        var found: Set<Person> = []
        var open = [survivor(of: person)]
        while let next = open.popLast() {
            if found.insert(next).inserted { open += linked[next] ?? [] }
        }
        return found
    }

    /// Returns the decision that says that somebody of one group is never somebody of the other.
    func part(between group: Set<Person>, and other: Set<Person>) -> PeopleDecision? {
        parts.first { part in
            group.contains(part.first) && other.contains(part.second)
                || group.contains(part.second) && other.contains(part.first)
        }
    }

    /// Returns the links by which two are one person, where they are not linked to each other.
    func links(among group: Set<Person>) -> [PeopleDecision] {
        links.values.filter { group.contains($0.second) }.sorted { $0.id < $1.id }
    }
}
