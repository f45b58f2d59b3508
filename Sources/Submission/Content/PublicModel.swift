/// By which definitions the public figures were made; with them whoever has nothing but the package works out what
/// the figures give away.
public struct PublicModel: Hashable, Sendable, Codable {
    /// The files that define the indicators, word for word.
    public var definitions: [DefinitionEntry]
    /// The terms that figures are broken down by.
    public var vocabularies: [VocabularyEntry]
    /// The class levels that each school teaches.
    public var levels: [LevelEntry]

    /// Creates a model.
    public init(
        definitions: [DefinitionEntry], vocabularies: [VocabularyEntry], levels: [LevelEntry]
    ) {
        self.definitions = definitions
        self.vocabularies = vocabularies
        self.levels = levels
    }

    /// A file of the definitions.
    public struct DefinitionEntry: Hashable, Sendable, Codable {
        /// The path below the folder of the definitions.
        public var path: String
        /// What it says.
        public var text: String

        /// Creates an entry.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// A vocabulary.
    public struct VocabularyEntry: Hashable, Sendable, Codable {
        /// The name, as the model has it.
        public var name: String
        /// The terms, in their order.
        public var terms: [TermEntry]

        /// Creates an entry.
        public init(name: String, terms: [TermEntry]) {
            self.name = name
            self.terms = terms
        }
    }

    /// A term of a vocabulary.
    public struct TermEntry: Hashable, Sendable, Codable {
        /// The code.
        public var code: String
        /// What the vocabulary says of it besides.
        public var attributes: [String: String]

        /// Creates an entry.
        public init(code: String, attributes: [String: String]) {
            self.code = code
            self.attributes = attributes
        }
    }

    /// The class levels of a school.
    public struct LevelEntry: Hashable, Sendable, Codable {
        /// The code of the school.
        public var school: String
        /// The lowest level.
        public var from: Int
        /// The highest level.
        public var to: Int

        /// Creates an entry.
        public init(school: String, from: Int, to: Int) {
            self.school = school
            self.from = from
            self.to = to
        }
    }
}
