import Diagnostics

extension DefinitionMapping {
    /// Reports a key that does not apply to files of a format.
    func refuse(_ key: String, in format: SourceFormat, instead: String? = nil) {
        guard self[key] != nil else { return }
        report(
            DefinitionRules.wrongFormat, at: key, ["key": key, "format": format.rawValue],
            phrases: ["instead": Self.instead(instead)])
    }

    private static func instead(_ key: String?) -> MessageText {
        guard let key else { return MessageText(lv: "", en: "") }
        return MessageText(lv: " un lietojiet '\(key)'", en: " and use '\(key)'")
    }
}

extension DefinitionValue {
    /// The text when the value is text; nothing is reported.
    var plainText: String? {
        if case .text(let text, _) = node.content { text } else { nil }
    }

    /// Reports that the key of the value does not apply to files of a format.
    func reportWrongFormat(_ format: SourceFormat) {
        report(
            DefinitionRules.wrongFormat, ["key": key, "format": format.rawValue],
            phrases: ["instead": MessageText(lv: "", en: "")])
    }

    /// Reports that a column is used in two ways that exclude each other.
    func reportContradiction(_ column: String, _ one: MessageText, _ other: MessageText) {
        report(
            DefinitionRules.columnContradiction, ["column": column],
            phrases: ["one": one, "other": other])
    }

    /// Reports text that is not a path.
    func reportMalformedPath(_ path: String, _ reason: MessageText, examples: String) {
        report(
            DefinitionRules.malformedPath, ["path": path, "examples": examples],
            phrases: ["reason": reason])
    }

    /// Reads a path, and reports prefixes that are not declared.
    func path(namespaces: [String: String]) -> ElementPath? {
        guard let text = text() else { return nil }
        let path: ElementPath
        do {
            path = try ElementPath(text)
        } catch {
            reportMalformedPath(text, error.reason, examples: "datums, @pk, ../@pk, a/b/@c, .")
            return nil
        }
        var reported: Set<String> = []
        for prefix in path.names.compactMap(\.prefix)
        where namespaces[prefix] == nil && reported.insert(prefix).inserted {
            report(
                DefinitionRules.undeclaredPrefix, ["prefix": prefix, "path": text],
                phrases: ["hint": Hint.near(prefix, among: namespaces.keys)])
        }
        return path
    }
}

/// Columns of a delimited file, whose names are compared as those of terms.
enum ColumnList {
    /// Returns whether two names are those of one column.
    static func isSame(_ one: String?, _ other: String) -> Bool {
        one.map(SpellingRegister.folded) == SpellingRegister.folded(other)
    }

    /// Returns the columns, and reports one that is given twice.
    static func texts(of values: [DefinitionValue]) -> [String] {
        var codes = CodeRegister()
        return values.compactMap { value in
            value.text().flatMap { name in
                let key = SpellingRegister.folded(name)
                return codes.add(name, comparedAs: key, at: value) ? name : nil
            }
        }
    }
}
