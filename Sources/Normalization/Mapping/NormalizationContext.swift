public import Diagnostics
public import PupilSupport

/// What definitions say that every record is judged by.
public struct NormalizationContext: Sendable {
    /// The municipality: schools, calendar, project.
    public let municipality: Municipality
    /// The vocabularies.
    public let vocabularies: [VocabularyName: Vocabulary]
    /// The source of the file.
    public let source: SourceDefinition
    /// The words of files that messages may show.
    public let words: KnownWords

    /// Says whom decisions name by a person without a good code, or `nil` when there are none.
    public var identify: (@Sendable (UnidentifiedPerson) -> IdentifiedPerson?)?

    /// Says whether a pupil was erased, so that their records are left out; `nil` when nobody was.
    public var isErased: (@Sendable (PersonIdentifier) -> Bool)?

    /// Says whether a plan, by the code of the school and its number, was that of somebody who was erased.
    public var isErasedPlan: (@Sendable (_ school: String, _ number: String) -> Bool)?

    /// The lines of the file that are blank because records of erased people stood there.
    public var erasedLines = ErasedLines()

    private let names: DefinedNames

    /// A value that a text stands for, and when the text may stand for it.
    typealias NamedValue = DefinedNames.NamedValue

    /// Creates a context.
    ///
    /// - Parameter names: The names that the definitions define, where they were gathered before.
    public init(
        municipality: Municipality, vocabularies: [VocabularyName: Vocabulary],
        source: SourceDefinition, words: KnownWords = .ordinary, names: DefinedNames? = nil
    ) {
        self.municipality = municipality
        self.vocabularies = vocabularies
        self.source = source
        self.words = words
        self.names = names ?? DefinedNames(municipality: municipality, vocabularies: vocabularies)
    }

    func term(_ text: String, in name: VocabularyName) -> NamedValue? {
        names.terms[name]?[FoldedText(text)]
    }

    func school(_ text: String) -> NamedValue? { names.schools[FoldedText(text)] }

    func isProjectNumber(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        let withoutLabel = bare.lowercased().hasPrefix("nr.") ? String(bare.dropFirst(3)) : bare
        return names.projectNumbers.contains(FoldedText(withoutLabel))
    }

    /// The texts that a vocabulary allows, for advice.
    func allowedTexts(in name: VocabularyName) -> [String] {
        vocabularies[name]?.terms.map(\.name.lv) ?? []
    }

    /// Returns the place of a role's term for a measure, or ``ModelBatch/missing``.
    func role(ofMeasure measure: Int) -> Int {
        guard measure != ModelBatch.missing,
            let code = vocabularies[.measures]?.terms[measure].attributes["role"],
            let role = vocabularies[.roles]?.terms.firstIndex(where: { $0.code == code })
        else { return ModelBatch.missing }
        return role
    }

    /// Whether a term says that there is none, such as "no risk".
    func isAbsent(_ value: Int, in name: VocabularyName) -> Bool {
        vocabularies[name]?.terms[value].attributes["absent"] == "true"
    }
}
