public import PupilSupport

/// The names by which the definitions know terms, schools and the project, as texts are compared.
///
/// They are the same for every file, so whoever reads several gathers them once.
public struct DefinedNames: Sendable {
    let terms: [VocabularyName: [FoldedText: NamedValue]]
    let schools: [FoldedText: NamedValue]
    let projectNumbers: Set<FoldedText>

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

    /// Gathers the names.
    public init(municipality: Municipality, vocabularies: [VocabularyName: Vocabulary]) {
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
}
