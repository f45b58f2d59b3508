import Diagnostics

/// A whole definition file: a mapping that begins with `version: 1`.
enum DefinitionDocument {
    /// Returns the file's mapping, or `nil` when it cannot be read; problems are reported.
    ///
    /// - Parameters:
    ///   - bytes: The file's content.
    ///   - path: The file as the user names it.
    ///   - keys: The keys that the file may have, besides `version`.
    ///   - problems: Where problems go.
    static func read(
        _ bytes: [UInt8], path: String, keys: [String], problems: DefinitionProblems
    ) -> DefinitionMapping? {
        guard let node = DefinitionParser(path: path, problems: problems).parse(bytes)
        else { return nil }
        let value = DefinitionValue(key: path, node: node, problems: problems)
        guard let entries = value.entries() else { return nil }
        checkVersion(entries, of: value)
        return value.mapping(keys: ["version"] + keys)
    }

    private static func checkVersion(_ entries: [DefinitionEntry], of value: DefinitionValue) {
        guard let index = entries.firstIndex(where: { $0.key == "version" }) else {
            let fault = MessageText(lv: "versijas nav", en: "there is no version")
            value.report(DefinitionRules.version, phrases: ["fault": fault])
            return
        }
        let entry = entries[index]
        if index > 0 {
            let fault = MessageText(
                lv: "versija stāv aiz '\(entries[0].key)'",
                en: "the version stands after '\(entries[0].key)'")
            value.problems.report(
                DefinitionRules.version, at: entry.keyPosition, phrases: ["fault": fault])
        }
        guard let version = value.value(of: entry).text(), version != "1" else { return }
        let fault = MessageText(lv: "versija ir '\(version)'", en: "the version is '\(version)'")
        value.problems.report(
            DefinitionRules.version, at: entry.node.position, phrases: ["fault": fault])
    }
}
