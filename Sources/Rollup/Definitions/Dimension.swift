public import PupilSupport

/// What figures may be broken down by.
///
/// The raw value is the name in addresses, in definitions and of the evidence's column; ``level`` and
/// ``classBand`` both come from the column `class`.
public enum DimensionName: String, Sendable, CaseIterable {
    /// The school.
    case school
    /// The level of the class.
    case level
    /// The band of levels.
    case classBand = "class_band"
    /// The pupil's sex.
    case sex
    /// The risk.
    case risk
    /// The measure.
    case measure
    /// The school subject.
    case subject
    /// In what role a person gives support.
    case role
    /// The stage of a plan.
    case status
    /// The result of a plan.
    case outcome
    /// What happens after a plan.
    case continuation
    /// Who gives feedback.
    case respondent
    /// What feedback says.
    case rating

    /// The column of the evidence that holds the dimension.
    public var column: String {
        switch self {
        case .level, .classBand: "class"
        default: rawValue
        }
    }

    /// The vocabulary whose terms the dimension has, or `nil` when it comes from elsewhere.
    public var vocabulary: VocabularyName? {
        switch self {
        case .school, .level, .classBand: nil
        case .sex: .sexes
        case .risk: .risks
        case .measure: .measures
        case .subject: .subjects
        case .role: .roles
        case .status: .planStatuses
        case .outcome: .outcomes
        case .continuation: .continuations
        case .respondent: .respondents
        case .rating: .ratings
        }
    }

    /// Whether a table shows the categories of which nothing was counted.
    public var showsZeros: Bool {
        switch self {
        case .measure, .subject, .role, .status, .rating: false
        default: true
        }
    }

    /// The name that reports show.
    public var name: LocalizedText {
        switch self {
        case .school: LocalizedText(lv: "Skola", en: "School")
        case .level: LocalizedText(lv: "Klase", en: "Class level")
        case .classBand: LocalizedText(lv: "Klašu grupa", en: "Class band")
        case .sex: LocalizedText(lv: "Dzimums", en: "Sex")
        case .risk: LocalizedText(lv: "Risks", en: "Risk")
        case .measure: LocalizedText(lv: "Atbalsta pasākums", en: "Measure")
        case .subject: LocalizedText(lv: "Mācību priekšmets", en: "Subject")
        case .role: LocalizedText(lv: "Atbalsta sniedzējs", en: "Role")
        case .status: LocalizedText(lv: "Plāna statuss", en: "Status of the plan")
        case .outcome: LocalizedText(lv: "Plāna rezultāts", en: "Result of the plan")
        case .continuation: LocalizedText(lv: "Atbalsta turpināšana", en: "Continuation of support")
        case .respondent: LocalizedText(lv: "Vērtētājs", en: "Respondent")
        case .rating: LocalizedText(lv: "Vērtējums", en: "Rating")
        }
    }
}

/// A value of a dimension.
public struct Category: Hashable, Sendable {
    /// The code in addresses.
    public let code: String
    /// The name that reports show.
    public let name: LocalizedText
}

/// The categories of every dimension, in the order in which reports show them.
public struct Dimensions: Sendable {
    private var categories: [DimensionName: [Category]]
    private var places: [DimensionName: [String: Int]]
    private let attributes: [DimensionName: [[String: String]]]
    private(set) var bands: [ClassBand]
    let levels: ClosedRange<Int>
    private let schoolLevels: [String: ClosedRange<Int>]

    /// Creates the dimensions of a municipality.
    ///
    /// Each dimension ends with a category for what the exports do not say.
    public init(municipality: Municipality, vocabularies: [VocabularyName: Vocabulary]) {
        self.init(
            schools: municipality.schools, levels: municipality.project.levels,
            classBands: municipality.classBands, vocabularies: vocabularies)
    }

    /// Creates dimensions.
    ///
    /// - Parameters:
    ///   - schools: The schools.
    ///   - levels: The class levels of the project.
    ///   - classBands: The bands of class levels.
    ///   - vocabularies: The terms of all other dimensions.
    public init(
        schools: [School], levels: ClosedRange<Int>, classBands: [ClassBand],
        vocabularies: [VocabularyName: Vocabulary]
    ) {
        var categories: [DimensionName: [Category]] = [:]
        var attributes: [DimensionName: [[String: String]]] = [:]
        for name in DimensionName.allCases {
            let terms = name.vocabulary.flatMap { vocabularies[$0]?.terms } ?? []
            var list = terms.map { Category(code: $0.code, name: $0.name) }
            switch name {
            case .school:
                list = schools.map { Category(code: $0.code, name: $0.shortName) }
            case .level:
                list = levels.map { level in
                    Category(
                        code: "\(level)",
                        name: LocalizedText(lv: "\(level). klase", en: "class \(level)"))
                }
            case .classBand:
                list = classBands.map { Category(code: $0.code, name: $0.name) }
            default: break
            }
            categories[name] = list + [name == .subject ? .withoutSubject : .notStated]
            attributes[name] = terms.map(\.attributes)
        }
        self.categories = categories
        self.attributes = attributes
        places = categories.mapValues { list in
            var places: [String: Int] = [:]
            for (place, category) in list.enumerated() { places[category.code] = place }
            return places
        }
        bands = classBands
        self.levels = levels
        var schoolLevels: [String: ClosedRange<Int>] = [:]
        for school in schools { schoolLevels[school.code] = school.levels }
        self.schoolLevels = schoolLevels
    }

    /// Returns the dimensions with other class bands.
    public func replacing(classBands: [ClassBand]) -> Dimensions {
        var other = self
        let list =
            classBands.map { Category(code: $0.code, name: $0.name) } + [.notStated]
        other.bands = classBands
        other.categories[.classBand] = list
        other.places[.classBand] = Dictionary(
            list.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        return other
    }

    /// Returns the categories of a dimension; the last is for what the exports do not say.
    public func categories(of dimension: DimensionName) -> [Category] {
        categories[dimension] ?? []
    }

    /// Returns the category with a code.
    public func category(_ code: String, of dimension: DimensionName) -> Category? {
        place(of: code, in: dimension).map { categories(of: dimension)[$0] }
    }

    func place(of code: String, in dimension: DimensionName) -> Int? { places[dimension]?[code] }

    /// Returns the place of the level or band of a stored class; the last when there is none.
    func place(ofClass storedClass: Int?, in dimension: DimensionName) -> Int {
        let notStated = categories(of: dimension).count - 1
        guard let storedClass else { return notStated }
        let level = storedClass / 100
        guard dimension == .classBand else {
            return levels.contains(level) ? level - levels.lowerBound : notStated
        }
        return bands.firstIndex { $0.levels.contains(level) } ?? notStated
    }

    /// Returns the codes of the terms with an attribute.
    public func codes(of dimension: DimensionName, withAttribute name: String, _ value: String)
        -> Set<String>
    {
        let terms = attributes[dimension] ?? []
        return Set(
            zip(categories(of: dimension), terms).compactMap { category, attributes in
                attributes[name] == value ? category.code : nil
            })
    }

    /// Whether a school can have the category at all: a pamatskola has no class 10 to 12.
    func canOccur(_ dimension: DimensionName, place: Int, atSchool code: String) -> Bool {
        guard let taught = schoolLevels[code] else { return true }
        switch dimension {
        case .level where place < levels.count: return taught.contains(levels.lowerBound + place)
        case .classBand where place < bands.count: return taught.overlaps(bands[place].levels)
        default: return true
        }
    }
}

extension Category {
    static let notStated = Category(
        code: "not_stated", name: LocalizedText(lv: "nav norādīts", en: "not stated"))
    static let withoutSubject = Category(
        code: "no_subject", name: LocalizedText(lv: "bez mācību priekšmeta", en: "no subject"))
}
