import Diagnostics
import PupilSupport

/// Decodes the schools of a municipality.
struct SchoolDecoder {
    /// The schools that could be read, and the codes of all.
    struct Result {
        /// The schools that could be read.
        var schools: [School] = []
        /// The codes, also of schools of which something else could not be read; `nil` when a code
        /// could not be read.
        var codes: [String]? = []
    }

    /// Returns the schools.
    func decode(_ values: [DefinitionValue]) -> Result {
        var result = Result()
        var codes = CodeRegister()
        var spellings = SpellingRegister()
        for value in values {
            if let school = school(value, &result, codes: &codes, spellings: &spellings) {
                result.schools.append(school)
            }
        }
        return result
    }

    private func school(
        _ value: DefinitionValue, _ result: inout Result, codes: inout CodeRegister,
        spellings: inout SpellingRegister
    ) -> School? {
        let keys = [
            "code", "name", "short_name", "levels", "registration_number", "aliases", "succession",
        ]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let code = mapping.required("code")?.code()
        let name = mapping.required("name")?.localizedText()
        let shortName = mapping.required("short_name")?.localizedText()
        let levels = mapping.required("levels")?.levels()
        let number = mapping["registration_number"].flatMap(digits(_:))
        let succession = mapping["succession"].flatMap(self.succession(_:))
        let owner = code ?? "?"
        if let code, let codeValue = mapping["code"] {
            if codes.add(code, at: codeValue) { result.codes?.append(code) }
            spellings.add(code, of: owner, at: codeValue)
        } else {
            result.codes = nil
        }
        for (text, key) in [(name, "name"), (shortName, "short_name")] {
            guard let text, let value = mapping[key] else { continue }
            spellings.add(text.lv, of: owner, at: value)
            spellings.add(text.en, of: owner, at: value)
        }
        if let number, let value = mapping["registration_number"] {
            spellings.add(number, of: owner, at: value)
        }
        let aliases = (mapping["aliases"]?.listOrNothing() ?? []).compactMap { value in
            alias(value, of: owner, spellings: &spellings)
        }
        guard let code, let name, let shortName, let levels else { return nil }
        return School(
            code: code, name: name, shortName: shortName, levels: levels, aliases: aliases,
            registrationNumber: number, succession: succession)
    }

    private func alias(
        _ value: DefinitionValue, of owner: String, spellings: inout SpellingRegister
    ) -> SchoolAlias? {
        guard let mapping = value.mapping(keys: ["name", "from", "until"]) else { return nil }
        let name = mapping.required("name")?.text()
        let (from, until) = mapping.days("from", "until")
        guard let name else { return nil }
        spellings.add(name, of: owner, at: mapping["name"] ?? value)
        return SchoolAlias(name: name, from: from, until: until)
    }

    private func succession(_ value: DefinitionValue) -> SchoolSuccession? {
        guard let mapping = value.mapping(keys: ["date", "successor"]) else { return nil }
        let date = mapping.required("date")?.date()
        let successor = mapping.required("successor")?.localizedText()
        guard let date, let successor else { return nil }
        return SchoolSuccession(date: date, successor: successor)
    }

    private func digits(_ value: DefinitionValue) -> String? {
        guard let text = value.text() else { return nil }
        guard text.allSatisfy({ ("0"..."9").contains($0) }) else {
            value.reportType(.init(lv: "cipari", en: "digits"))
            return nil
        }
        return text
    }
}
