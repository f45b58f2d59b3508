/// A closed list of terms, such as the support measures.
public struct Vocabulary: Hashable, Sendable {
    /// Which list this is.
    public let name: VocabularyName
    /// The terms, in the order in which reports show them.
    public let terms: [Term]

    /// Creates a vocabulary.
    public init(name: VocabularyName, terms: [Term]) {
        self.name = name
        self.terms = terms
    }
}

/// One term of a vocabulary.
public struct Term: Hashable, Sendable {
    /// The stable code, which figures and the store use: lower-case words joined by `_`.
    public let code: String
    /// The name that reports show.
    public let name: LocalizedText
    /// Other spellings that exports carry.
    public let aliases: [String]
    /// The first day on which the term may be used, or `nil` when it always may.
    public let validFrom: CivilDate?
    /// The last day on which the term may be used, or `nil` when it still may.
    public let validUntil: CivilDate?
    /// What else the vocabulary says of the term; the keys are those of ``VocabularyName/attributes``.
    public let attributes: [String: String]

    /// Creates a term.
    public init(
        code: String, name: LocalizedText, aliases: [String] = [], validFrom: CivilDate? = nil,
        validUntil: CivilDate? = nil, attributes: [String: String] = [:]
    ) {
        self.code = code
        self.name = name
        self.aliases = aliases
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.attributes = attributes
    }
}

/// The vocabularies that the model knows; each is a file of the same name.
public enum VocabularyName: String, Sendable, CaseIterable {
    /// Why a pupil may leave school early.
    case risks
    /// What support is given.
    case measures
    /// In what role a person gives support.
    case roles
    /// School subjects.
    case subjects
    /// Marks, and the signs that are not marks.
    case marks
    /// The result of a support plan.
    case outcomes
    /// What happens after a support plan.
    case continuations
    /// The stages of a support plan's approval.
    case planStatuses = "plan-statuses"
    /// How a session takes place.
    case sessionModes = "session-modes"
    /// Sexes.
    case sexes
    /// Who gives feedback.
    case respondents
    /// What feedback says.
    case ratings
    /// Answers to the questions that the law protects most; the codes are those of ``SensitiveAnswer``.
    case answers

    /// What a term of this vocabulary says beyond its names: the key, and the values allowed (an
    /// empty list allows the codes of the vocabulary that the key names).
    public var attributes: [String: [String]] {
        switch self {
        case .measures: ["role": [], "unit": ["minutes", "euro"]]
        case .planStatuses: ["counts": ["true", "false"]]
        case .ratings: ["positive": ["true", "false"]]
        case .risks: ["absent": ["true", "false"]]
        default: [:]
        }
    }
}
