import Diagnostics
import Normalization
import PupilSupport

/// Decodes a source.
struct SourceDecoder {
    /// The keys of the file.
    static let keys = ["source", "name", "school", "check_digit", "rules", "files"]

    /// The code that the file's name promises.
    let code: String
    /// The names that other definitions give.
    let names: DefinitionNames

    /// What the file says, as far as it could be read.
    struct Result {
        /// The source, or `nil` when a part could not be read.
        var definition: SourceDefinition?
        /// The school, or `nil` when the records name theirs.
        var school: String?
        /// The kinds of file, or `nil` when the list could not be read.
        var kinds: [String]?
    }

    /// Returns what the file says.
    func decode(_ file: DefinitionMapping) -> Result {
        var result = Result()
        if let value = file.required("source"), let text = value.code(), text != code {
            value.report(DefinitionRules.nameOfFile, ["value": text, "expected": code])
        }
        let name = file.required("name")?.localizedText()
        result.school = file["school"].flatMap(names.school(_:))
        let checkDigit = file["check_digit"]?.choice(CheckDigitPolicy.self)
        let rules = file["rules"].map(ruleSettings(_:)) ?? [:]
        guard let values = file.required("files")?.list() else { return result }
        let decoder = FileDecoder(names: names, isSchoolKnown: file["school"] != nil)
        var kinds = CodeRegister()
        result.kinds = []
        let files = values.compactMap { value in
            let (kind, file) = decoder.decode(value, kinds: &kinds)
            if let kind { result.kinds?.append(kind) } else { result.kinds = nil }
            return file
        }
        guard let name, files.count == values.count else { return result }
        result.definition = SourceDefinition(
            code: code, name: name, school: result.school, checkDigit: checkDigit ?? .verify,
            files: files, ruleSeverities: rules)
        return result
    }

    private func ruleSettings(_ value: DefinitionValue) -> [String: RuleSetting] {
        var settings: [String: RuleSetting] = [:]
        for entry in value.entries() ?? [] {
            let rule = names.checkedRule(
                entry.key, at: entry.keyPosition, problems: value.problems)
            let setting = value.value(of: entry).choice(RuleSetting.self)
            if let rule, let setting { settings[rule] = setting }
        }
        return settings
    }
}
