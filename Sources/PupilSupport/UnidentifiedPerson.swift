/// Somebody whom a record names without a good code.
public struct UnidentifiedPerson: Hashable, Sendable {
    /// Whether the person is a teacher.
    public let isTeacher: Bool
    /// The code of the school, or of the source where the record names none.
    public let school: String
    /// The code as sent; empty when there is none.
    public let code: String
    /// The given name; empty when there is none.
    public let givenName: String
    /// The family name; empty when there is none.
    public let familyName: String
    /// The day of birth as the record gives it.
    public let birthDate: CivilDate?
    /// The class as the store keeps it.
    public let schoolClass: Int?

    /// Describes somebody.
    public init(
        isTeacher: Bool, school: String, code: String, givenName: String, familyName: String,
        birthDate: CivilDate?, schoolClass: Int?
    ) {
        self.isTeacher = isTeacher
        self.school = school
        self.code = code
        self.givenName = givenName
        self.familyName = familyName
        self.birthDate = birthDate
        self.schoolClass = schoolClass
    }

    /// The letters and digits of the code, without capitals, hyphens and blanks.
    public var bareCode: String { code.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The name as people are compared by it.
    public var name: FoldedName { FoldedName(givenName, familyName) }

    /// Whether the code may tell this person from others: a dash, a word or nothing but zeros stands for
    /// anybody.
    public var hasTellingCode: Bool {
        let digits = bareCode.filter(\.isNumber)
        return digits.count >= 5 && Set(digits).count > 1
    }

    /// What the records of the same person at a school have in common: the code, else the name and the
    /// day of birth; `nil` when they say nothing of whom they mean.
    public var commonTexts: [String]? {
        let role = isTeacher ? "teacher" : "pupil"
        if hasTellingCode { return [role, school, "code", bareCode] }
        guard !name.isEmpty else { return nil }
        return [role, school, "name", name.text, birthDate?.description ?? ""]
    }
}

/// Whom a record means according to a decision, although its code is not good.
public struct IdentifiedPerson: Sendable {
    /// The good code of the person.
    public let identifier: PersonIdentifier
    /// The number of the decision.
    public let decision: Int

    /// Names a person.
    public init(identifier: PersonIdentifier, decision: Int) {
        self.identifier = identifier
        self.decision = decision
    }
}

/// A record that names somebody without a good code.
public struct UnidentifiedRecord: Sendable {
    /// Who is named.
    public let person: UnidentifiedPerson
    /// The decision that says who it is, or `nil` when there is none.
    public let decision: Int?
    /// Where the record stands.
    public let place: SourcePlace

    /// Creates a record.
    public init(person: UnidentifiedPerson, decision: Int?, place: SourcePlace) {
        self.person = person
        self.decision = decision
        self.place = place
    }
}
