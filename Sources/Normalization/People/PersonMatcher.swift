public import PupilSupport

/// Somebody with a good code, as records without one are compared with them.
public struct MatchedPerson: Sendable {
    /// The code, its letters and digits only.
    public let code: String
    /// The given name.
    public let givenName: String
    /// The family name.
    public let familyName: String
    /// The days of birth that records give.
    public let birthDates: Set<CivilDate>
    /// The codes of the schools that have records of the person.
    public let schools: Set<String>
    /// The classes in which the person is enrolled.
    public let classes: Set<Int>

    /// Describes somebody.
    public init(
        code: String, givenName: String, familyName: String, birthDates: Set<CivilDate>,
        schools: Set<String>, classes: Set<Int>
    ) {
        self.code = code
        self.givenName = givenName
        self.familyName = familyName
        self.birthDates = birthDates
        self.schools = schools
        self.classes = classes
    }
}

/// Somebody who may be meant, and why.
public struct PersonMatch: Hashable, Sendable {
    /// The place of the person among those given.
    public let person: Int
    /// The reasons, the weightiest first.
    public let reasons: [MatchReason]

    /// The sum of the reasons' points.
    public var score: Int { reasons.reduce(0) { $0 + $1.points } }
}

/// Finds whom a record without a good code may mean.
///
/// It only advises: nothing follows from a score.
public struct PersonMatcher: Sendable {
    private let people: [MatchedPerson]
    private let names: [FoldedName]
    private var byCode: [String: [Int]] = [:]
    private var byName: [FoldedName: [Int]] = [:]
    private var byBirthDate: [CivilDate: [Int]] = [:]
    private var bySchool: [String: [Int]] = [:]

    /// Takes the people that may be meant.
    public init(_ people: [MatchedPerson]) {
        self.people = people
        names = people.map { FoldedName($0.givenName, $0.familyName) }
        for (index, person) in people.enumerated() {
            if !person.code.isEmpty { byCode[person.code, default: []].append(index) }
            if !names[index].isEmpty { byName[names[index], default: []].append(index) }
            for date in person.birthDates { byBirthDate[date, default: []].append(index) }
            for school in person.schools { bySchool[school, default: []].append(index) }
        }
    }

    /// Fewer points than this are no advice: half the pupils of a class would have them.
    private static let leastScore = 30

    /// Returns who may be meant, the likeliest first; those of the same score are equally likely.
    public func matches(for person: UnidentifiedPerson) -> [PersonMatch] {
        let name = person.name
        var candidates = Set(byName[name] ?? [])
        for code in Self.neighbours(of: person.bareCode) {
            candidates.formUnion(byCode[code] ?? [])
        }
        if let date = person.birthDate { candidates.formUnion(byBirthDate[date] ?? []) }
        candidates.formUnion(bySchool[person.school] ?? [])
        return candidates.compactMap { match(person, name, with: $0) }
            .filter { $0.score >= Self.leastScore }
            .sorted { ($1.score, $0.person) < ($0.score, $1.person) }
    }

    private func match(
        _ person: UnidentifiedPerson, _ name: FoldedName, with index: Int
    ) -> PersonMatch? {
        let other = people[index]
        var reasons: [MatchReason] = []
        if person.hasTellingCode, let slip = EditDistance.slip(in: person.bareCode, of: other.code)
        {
            reasons.append(slip)
        }
        if let reason = nameReason(person, name, index) { reasons.append(reason) }
        if let reason = birthDateReason(person, other) { reasons.append(reason) }
        // Without any of these two pupils of one class would be advised for each other.
        let isOfBirth = reasons.contains { $0 == .sameBirthDate }
        let isOfName = reasons.contains { $0 == .sameGivenName || $0 == .sameFamilyName }
        guard
            reasons.contains(where: { $0.isOfCode || $0.isOfWholeName })
                || isOfBirth && (isOfName || name.isEmpty)
        else { return nil }
        if other.schools.contains(person.school) {
            reasons.append(.sameSchool)
            if let own = person.schoolClass, other.classes.contains(own) {
                reasons.append(.sameClass)
            }
        }
        return PersonMatch(
            person: index, reasons: reasons.sorted { $0.points > $1.points })
    }

    private func nameReason(
        _ person: UnidentifiedPerson, _ name: FoldedName, _ index: Int
    ) -> MatchReason? {
        let other = people[index]
        guard !name.isEmpty, !names[index].isEmpty else { return nil }
        if name == names[index] {
            let isSame =
                person.givenName.lowercased() == other.givenName.lowercased()
                && person.familyName.lowercased() == other.familyName.lowercased()
            return isSame ? .sameName : .sameNameWithoutDiacritics
        }
        let given = (FoldedName(person.givenName), FoldedName(other.givenName))
        let family = (FoldedName(person.familyName), FoldedName(other.familyName))
        let slips =
            EditDistance.between(name.text, names[index].text, atMost: 2)
            // A slip in a first letter changes the order of the words.
            ?? Self.sum(
                EditDistance.between(given.0.text, given.1.text, atMost: 2),
                EditDistance.between(family.0.text, family.1.text, atMost: 2))
        // Short names are a slip or two apart without being the same.
        if let slips, slips == 1 || name.text.count >= 10 {
            return slips == 1 ? .oneLetterDiffers : .twoLettersDiffer
        }
        if !family.0.isEmpty, family.0 == family.1 { return .sameFamilyName }
        return !given.0.isEmpty && given.0 == given.1 ? .sameGivenName : nil
    }

    private static func sum(_ first: Int?, _ second: Int?) -> Int? {
        guard let first, let second, first + second <= 2 else { return nil }
        return first + second
    }

    private func birthDateReason(
        _ person: UnidentifiedPerson, _ other: MatchedPerson
    ) -> MatchReason? {
        guard let date = person.birthDate else { return nil }
        if other.birthDates.contains(date) { return .sameBirthDate }
        if let swapped = CivilDate(year: date.year, month: date.day, day: date.month),
            other.birthDates.contains(swapped)
        {
            return .birthDaySwapped
        }
        let isNear = other.birthDates.contains { known in
            EditDistance.slip(in: date.description, of: known.description) == .oneDigitDiffers
        }
        return isNear ? .birthDateDigitDiffers : nil
    }

    /// Returns the codes that lie one slip from a mistyped one.
    private static func neighbours(of code: String) -> [String] {
        let bytes = Array(code.utf8)
        guard (10...12).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) })
        else { return [] }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        var neighbours: [[UInt8]] = []
        switch bytes.count {
        case 10:
            for place in 0...bytes.count {
                neighbours += digits.map { bytes[..<place] + [$0] + bytes[place...] }
            }
        case 12: neighbours = bytes.indices.map { Array(bytes[..<$0] + bytes[($0 + 1)...]) }
        default:
            for place in bytes.indices {
                neighbours += digits.map { bytes[..<place] + [$0] + bytes[(place + 1)...] }
            }
            for place in bytes.indices.dropLast() {
                var swapped = bytes
                swapped.swapAt(place, place + 1)
                neighbours.append(swapped)
            }
        }
        return neighbours.map { String(decoding: $0, as: UTF8.self) }
    }
}
