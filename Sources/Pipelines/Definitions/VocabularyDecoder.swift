import Diagnostics
import PupilSupport

/// Decodes a vocabulary.
struct VocabularyDecoder {
    /// The keys of the file.
    static let keys = ["vocabulary", "terms"]

    /// The vocabulary that the file's name promises.
    let name: VocabularyName
    /// The names that other definitions give.
    let names: DefinitionNames

    /// Returns the vocabulary, or `nil` when one of its terms could not be read.
    func decode(_ file: DefinitionMapping) -> Vocabulary? {
        if let value = file.required("vocabulary"), let text = value.text(), text != name.rawValue {
            value.report(
                DefinitionRules.nameOfFile, ["value": text, "expected": name.rawValue])
        }
        guard let values = file.required("terms")?.list() else { return nil }
        var codes = CodeRegister()
        var spellings = SpellingRegister()
        var absent = CodeRegister()
        let terms = values.compactMap { value in
            term(value, codes: &codes, spellings: &spellings, absent: &absent)
        }
        guard terms.count == values.count else { return nil }
        return Vocabulary(name: name, terms: terms)
    }

    private func term(
        _ value: DefinitionValue, codes: inout CodeRegister, spellings: inout SpellingRegister,
        absent: inout CodeRegister
    ) -> Term? {
        let own = name.attributes.keys.sorted()
        let keys = ["code", "name", "aliases", "valid_from", "valid_until"] + own
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let code = mapping.required("code").flatMap(self.code(_:))
        let termName = mapping.required("name")?.localizedText()
        let aliases = mapping["aliases"]?.listOrNothing() ?? []
        let (from, until) = mapping.days("valid_from", "valid_until")
        var attributes: [String: String] = [:]
        for key in own {
            let needed = !(name.attributes[key] ?? []).isEmpty && key != "absent"
            let attribute = needed ? mapping.required(key) : mapping[key]
            attributes[key] = attribute.flatMap { self.attribute($0) }
        }
        if attributes["absent"] == "true", let value = mapping["absent"] {
            absent.add("absent: true", at: value)
        }
        let aliasTexts = aliases.compactMap { $0.text() }
        guard let code, let codeValue = mapping["code"], codes.add(code, at: codeValue)
        else { return nil }
        spellings.add(code, of: code, at: codeValue)
        if let termName, let nameValue = mapping["name"] {
            spellings.add(termName.lv, of: code, at: nameValue)
            spellings.add(termName.en, of: code, at: nameValue)
        }
        for alias in aliases {
            if case .text(let text, _) = alias.node.content {
                spellings.add(text, of: code, at: alias)
            }
        }
        guard let termName else { return nil }
        return Term(
            code: code, name: termName, aliases: aliasTexts, validFrom: from, validUntil: until,
            attributes: attributes)
    }

    private func code(_ value: DefinitionValue) -> String? {
        guard let code = value.code(joinedBy: ["_"]) else { return nil }
        if name == .answers {
            return SensitiveAnswer(rawValue: code) != nil
                ? code : value.choice(among: SensitiveAnswer.allCases.map(\.rawValue))
        }
        guard name == .marks else { return code }
        let isMark = Mark(code: code).map { "\($0.storedValue)" == code || Int(code) == nil }
        return isMark == true
            ? code : value.choice(among: (1...10).map(String.init) + ["nv", "i", "ni"])
    }

    private func attribute(_ value: DefinitionValue) -> String? {
        guard let allowed = name.attributes[value.key] else { return nil }
        if !allowed.isEmpty { return value.choice(among: allowed) }
        guard let vocabulary = VocabularyName(rawValue: value.key + "s") else {
            return value.text()
        }
        return names.term(value, of: vocabulary)
    }
}

extension DefinitionMapping {
    /// Reads two optional days and reports when the second lies before the first.
    func days(_ first: String, _ second: String) -> (CivilDate?, CivilDate?) {
        let from = self[first]?.date()
        let until = self[second]?.date()
        checkOrder(first, from, second, until)
        return (from, until)
    }

    /// Reads two days and reports when one is missing or the second lies before the first.
    func requiredDays(_ first: String, _ second: String) -> (CivilDate?, CivilDate?) {
        let from = required(first)?.date()
        let until = required(second)?.date()
        checkOrder(first, from, second, until)
        return (from, until)
    }

    /// Reports when the second day lies before the first.
    func checkOrder(
        _ first: String, _ from: CivilDate?, _ second: String, _ until: CivilDate?
    ) {
        guard let from, let until, until < from else { return }
        self[second]?.report(
            DefinitionRules.daysOutOfOrder,
            ["first": first, "earlier": "\(from)", "second": second, "later": "\(until)"])
    }
}
