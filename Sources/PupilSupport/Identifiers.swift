/// A person as an export identifies them.
public struct PersonIdentifier: Hashable, Sendable {
    /// What the text is unique within: the country for a personal code, a school for a staff number.
    public let scope: String
    /// The identifier itself.
    public let text: String

    /// Creates an identifier.
    public init(scope: String, text: String) {
        self.scope = scope
        self.text = text
    }

    /// The scope of personal codes.
    public static let personalCode = "personal-code"
    /// The scope of codes that are unique across schools.
    public static let sharedCode = "shared-code"

    /// Returns the scope of a school's staff numbers.
    public static func staffNumbers(of school: String) -> String { "staff-number/\(school)" }

    /// Whether the identifier is a staff number, which a staff list must resolve.
    public var isStaffNumber: Bool { scope.hasPrefix("staff-number/") }
}

/// A plan as a school numbers it.
public struct PlanIdentifier: Hashable, Sendable {
    /// The place of the school in the municipality's list.
    public let school: Int
    /// The school's number of the plan.
    public let number: String

    /// Creates an identifier.
    public init(school: Int, number: String) {
        self.school = school
        self.number = number
    }
}

/// A spelling of a person's name, and where it stands.
public struct GivenName: Sendable {
    /// Whether the person is a teacher.
    public let isTeacher: Bool
    /// The number of the person in the delivery.
    public let person: Int
    /// The given name.
    public let givenName: String
    /// The family name.
    public let familyName: String
    /// Where the record stands.
    public let place: SourcePlace
    /// The number and the name of the column that holds the family name.
    public let column: (number: Int?, name: String?)

    /// Creates a spelling.
    public init(
        isTeacher: Bool, person: Int, givenName: String, familyName: String, place: SourcePlace,
        column: (number: Int?, name: String?)
    ) {
        self.isTeacher = isTeacher
        self.person = person
        self.givenName = givenName
        self.familyName = familyName
        self.place = place
        self.column = column
    }
}
