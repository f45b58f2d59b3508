public import Diagnostics
import Normalization
import PupilSupport
public import SupportStore

/// Whom records without a good code may mean, and which known people may be one.
public struct PeopleAdvice: Sendable {
    /// Somebody who may be meant.
    public struct Candidate: Sendable {
        /// Who.
        public let person: KnownPerson
        /// The place in the order of likelihood, from 1; those who are equally likely share it.
        public let rank: Int
        /// How likely.
        public let score: Int
        /// Why, the weightiest reason first.
        public let reasons: [MessageText]
    }

    /// Who is known and who is not.
    public let register: PeopleRegister

    private let matchers: [PersonRole: (people: [KnownPerson], matcher: PersonMatcher)]
    private let byReference: [String: KnownPerson]

    /// Opens the vault of a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - purpose: What for; the access log keeps it.
    public init(_ store: SupportStore, for purpose: VaultPurpose) throws {
        register = try store.peopleRegister(for: purpose)
        var matchers: [PersonRole: (people: [KnownPerson], matcher: PersonMatcher)] = [:]
        for (role, people) in Dictionary(grouping: register.known, by: \.role) {
            matchers[role] = (people, PersonMatcher(people.map(MatchedPerson.init)))
        }
        self.matchers = matchers
        byReference = Dictionary(
            register.known.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns whom the records of a group may mean, the likeliest first.
    ///
    /// Of people who are one only the one who stays is named, for the best of their reasons. Nobody is
    /// named who was parted from the group.
    ///
    /// - Returns: The first few, and how many more are as likely as the last of them.
    public func candidates(
        for group: UnidentifiedGroup, atMost limit: Int = 5
    ) -> (first: [Candidate], asLikely: Int) {
        guard let (people, matcher) = matchers[group.role] else { return ([], 0) }
        var best: [String: PersonMatch] = [:]
        for match in group.people.flatMap(matcher.matches) {
            let person = people[match.person]
            guard !register.areParted(person.survivor, group.reference) else { continue }
            if (best[person.survivor]?.score ?? 0) < match.score { best[person.survivor] = match }
        }
        let ordered = best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
        var candidates: [Candidate] = []
        for (reference, match) in ordered {
            let isTie = candidates.last?.score == match.score
            guard candidates.count < limit else { break }
            guard let person = byReference[reference] else { continue }
            candidates.append(
                Candidate(
                    person: person,
                    rank: isTie ? candidates.last?.rank ?? 1 : candidates.count + 1,
                    score: match.score, reasons: match.reasons.map(\.text)))
        }
        let asLikely =
            ordered.count { $0.value.score == candidates.last?.score }
            - candidates.count { $0.score == candidates.last?.score }
        return (candidates, asLikely)
    }

    /// Returns pairs of known people with the same name and day of birth but different codes: a code may
    /// have changed, or they are namesakes.
    public func possiblyOne() -> [(first: KnownPerson, second: KnownPerson)] {
        var pairs: [(first: KnownPerson, second: KnownPerson)] = []
        var seen: [[String]: [KnownPerson]] = [:]
        for person in register.known where person.reference == person.survivor {
            let name = FoldedName(person.givenName, person.familyName)
            guard !name.isEmpty else { continue }
            for date in person.birthDates.sorted() {
                let key = [person.role.rawValue, name.text, date.description]
                for other in seen[key] ?? []
                where !register.areParted(person.reference, other.reference) {
                    pairs.append((other, person))
                }
                seen[key, default: []].append(person)
            }
        }
        return pairs
    }
}

extension MatchedPerson {
    init(_ person: KnownPerson) {
        self.init(
            code: person.identifier.text.lowercased().filter { $0.isLetter || $0.isNumber },
            givenName: person.givenName, familyName: person.familyName,
            birthDates: person.birthDates, schools: person.schools, classes: person.classes)
    }
}
