import PupilSupport

/// Everything from which the keyed values of a store can be computed anew, under whatever key.
public struct KeyedPeople: Sendable {
    /// Who the people are, by their numbers in the store.
    public var identities: [PersonRole: [Int: VaultAccess.Identity]] = [:]
    /// The numbers under which somebody is known twice, with the one that stays: whoever nobody could name when a
    /// later file had them again was taken for somebody new.
    var joined: [PersonRole: [Int: Int]] = [:]
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

    /// The number of people who are known under two numbers or more, but for the one that stays.
    public var joinedCount: Int { joined.values.reduce(0) { $0 + $1.count } }

    /// Takes over what others know besides; of the numbers that have one code, the one known before stays.
    ///
    /// - Returns: The number of numbers of which nothing was known before.
    public mutating func complete(from others: KeyedPeople) -> Int {
        let added = PersonRole.allCases.reduce(0) { $0 + complete($1, from: others) }
        unidentified.merge(others.unidentified) { mine, _ in mine }
        let answered = Set(answers.map { [$0.delivery, $0.byte] })
        answers += others.answers.filter { !answered.contains([$0.delivery, $0.byte]) }
            .map { $0.of(joined[.pupil]?[$0.pupil] ?? $0.pupil) }
        return added
    }

    private mutating func complete(_ role: PersonRole, from others: KeyedPeople) -> Int {
        var people = others.identities[role] ?? [:]
        for (id, kept) in others.joined[role] ?? [:] { people[id] = people[kept] }
        var bearers = Dictionary(
            (identities[role] ?? [:]).map { (PersonIdentifier($1), $0) },
            uniquingKeysWith: { min($0, $1) })
        var added = 0
        for (id, person) in people.sorted(by: { $0.key < $1.key }) {
            if let mine = identities[role]?[id] {
                // The only file that names somebody may have been shut.
                let isNamed = !mine.givenName.isEmpty || !mine.familyName.isEmpty
                if !isNamed, PersonIdentifier(mine) == PersonIdentifier(person) {
                    identities[role]?[id] = person
                }
                continue
            }
            if let bearer = bearers[PersonIdentifier(person)] {
                joined[role, default: [:]][id] = bearer
            } else {
                identities[role, default: [:]][id] = person
                bearers[PersonIdentifier(person)] = id
            }
            added += 1
        }
        return added
    }

    /// Adds what a held record says, by its place in a delivery.
    mutating func add(_ person: UnidentifiedPerson, for key: UnidentifiedKey) {
        if unidentified[key] == nil { unidentified[key] = person }
    }
}

extension PersonIdentifier {
    /// The identifier of somebody whom the vault knows.
    init(_ identity: VaultAccess.Identity) {
        self.init(scope: identity.scope, text: identity.text)
    }
}
