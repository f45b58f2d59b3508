/// A school of the municipality.
public struct School: Hashable, Sendable {
    /// The short code by which definitions and figures name the school, `sloka`.
    public let code: String
    /// The official name.
    public let name: LocalizedText
    /// The name by which people call the school, for tables and charts.
    public let shortName: LocalizedText
    /// The levels that the school teaches within the project.
    public let levels: ClosedRange<Int>
    /// Other spellings of the name, each with the days on which it was in use.
    public let aliases: [SchoolAlias]
    /// The registration number, or `nil` while the Board has not supplied it.
    public let registrationNumber: String?
    /// What became of the school, or `nil` while it exists under its name.
    public let succession: SchoolSuccession?

    /// Creates a school.
    public init(
        code: String, name: LocalizedText, shortName: LocalizedText, levels: ClosedRange<Int>,
        aliases: [SchoolAlias] = [], registrationNumber: String? = nil,
        succession: SchoolSuccession? = nil
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.levels = levels
        self.aliases = aliases
        self.registrationNumber = registrationNumber
        self.succession = succession
    }
}

/// A spelling of a school's name and the days on which it was in use.
public struct SchoolAlias: Hashable, Sendable {
    /// The spelling.
    public let name: String
    /// The first day of use, or `nil` when it always was.
    public let from: CivilDate?
    /// The last day of use, or `nil` when it still is.
    public let until: CivilDate?

    /// Creates an alias.
    public init(name: String, from: CivilDate? = nil, until: CivilDate? = nil) {
        self.name = name
        self.from = from
        self.until = until
    }
}

/// What a school became: reorganised on a day into another school.
public struct SchoolSuccession: Hashable, Sendable {
    /// The day on which the school ceased to exist under its name.
    public let date: CivilDate
    /// The name of the school that took over.
    public let successor: LocalizedText

    /// Creates a succession.
    public init(date: CivilDate, successor: LocalizedText) {
        self.date = date
        self.successor = successor
    }
}
