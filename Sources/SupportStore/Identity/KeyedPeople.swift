import PupilSupport

/// Everything from which the keyed values of a store can be computed anew, under whatever key.
public struct KeyedPeople: Sendable {
    /// Who the people are, by their numbers in the store.
    public var identities: [PersonRole: [Int: VaultAccess.Identity]] = [:]
    /// What held records say of somebody without a good code, by the values that stand in the store.
    var unidentified: [UnidentifiedKey: UnidentifiedPerson] = [:]
    /// The bytes that were accepted with warnings, by the numbers of the acknowledgements.
    public var contents: [Int: [UInt8]] = [:]
    /// Sensitive answers, as the vault keeps them.
    var answers: [StoredAnswers] = []

    /// Knows of nobody.
    public init() {}

    /// The keyed values of somebody without a good code.
    struct UnidentifiedKey: Hashable, Sendable {
        let identity: [UInt8]
        let nameKey: Int?
    }

    /// Takes over what others know besides; of two people who have one code, the one known before keeps it.
    ///
    /// - Returns: The number of people who were not known before.
    public mutating func complete(from others: KeyedPeople) -> Int {
        var added = 0
        for (role, people) in others.identities {
            let known = identities[role] ?? [:]
            let borne = Set(known.values.map { PersonIdentifier(scope: $0.scope, text: $0.text) })
            for (id, person) in people {
                let identifier = PersonIdentifier(scope: person.scope, text: person.text)
                if let mine = known[id] {
                    // The only file that names somebody may have been shut.
                    let isNamed = !mine.givenName.isEmpty || !mine.familyName.isEmpty
                    if !isNamed, mine.scope == person.scope, mine.text == person.text {
                        identities[role]?[id] = person
                    }
                    continue
                }
                guard !borne.contains(identifier) else { continue }
                identities[role, default: [:]][id] = person
                added += 1
            }
        }
        unidentified.merge(others.unidentified) { mine, _ in mine }
        let answered = Set(answers.map { [$0.delivery, $0.byte] })
        answers += others.answers.filter { !answered.contains([$0.delivery, $0.byte]) }
        return added
    }

    /// Adds what a held record says, by its place in a delivery.
    mutating func add(_ person: UnidentifiedPerson, for key: UnidentifiedKey) {
        if unidentified[key] == nil { unidentified[key] = person }
    }
}
