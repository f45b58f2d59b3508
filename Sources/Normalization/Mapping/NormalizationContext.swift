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

    private let terms: [VocabularyName: [FoldedText: NamedValue]]
    private let schools: [FoldedText: NamedValue]
    private let projectNumbers: Set<FoldedText>

    /// A value that a text stands for, and when the text may stand for it.
    struct NamedValue: Sendable {
        let value: Int
        var validFrom: CivilDate?
        var validUntil: CivilDate?

        var isAlwaysValid: Bool { validFrom == nil && validUntil == nil }

        func isValid(on date: CivilDate) -> Bool {
            if let validFrom, date < validFrom { return false }
            if let validUntil, date > validUntil { return false }
            return true
        }
    }

    /// Creates a context.
    public init(
        municipality: Municipality, vocabularies: [VocabularyName: Vocabulary],
        source: SourceDefinition, words: KnownWords = .ordinary
    ) {
        self.municipality = municipality
        self.vocabularies = vocabularies
        self.source = source
        self.words = words
        terms = vocabularies.mapValues { vocabulary in
            var values: [FoldedText: NamedValue] = [:]
            for (index, term) in vocabulary.terms.enumerated() {
                for text in [term.code, term.name.lv, term.name.en] + term.aliases {
                    values[FoldedText(text)] = NamedValue(
                        value: index, validFrom: term.validFrom, validUntil: term.validUntil)
                }
            }
            return values
        }
        var schools: [FoldedText: NamedValue] = [:]
        for (index, school) in municipality.schools.enumerated() {
            for alias in school.aliases {
                schools[FoldedText(alias.name)] = NamedValue(
                    value: index, validFrom: alias.from, validUntil: alias.until)
            }
            let names = [
                school.code, school.name.lv, school.name.en, school.shortName.lv,
                school.shortName.en, school.registrationNumber,
            ]
            for name in names.compactMap(\.self) {
                schools[FoldedText(name)] = NamedValue(value: index)
            }
        }
        self.schools = schools
        projectNumbers = Set(
            ([municipality.project.number] + municipality.project.acceptedNumbers).map {
                FoldedText($0.filter { !$0.isWhitespace })
            })
    }

    func term(_ text: String, in name: VocabularyName) -> NamedValue? {
        terms[name]?[FoldedText(text)]
    }

    func school(_ text: String) -> NamedValue? { schools[FoldedText(text)] }

    func isProjectNumber(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        let withoutLabel = bare.lowercased().hasPrefix("nr.") ? String(bare.dropFirst(3)) : bare
        return projectNumbers.contains(FoldedText(withoutLabel))
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
