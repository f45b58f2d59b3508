import Diagnostics
import PupilSupport

/// Decodes the worked examples of a source.
struct ExampleDecoder {
    /// The keys of the file.
    static let keys = ["examples"]

    /// The code of the source.
    let source: String
    /// The kinds of file that the source sends, or `nil` when they could not be read.
    let kinds: [String]?
    /// The names that other definitions give.
    let names: DefinitionNames

    /// Returns the examples that could be read.
    func decode(_ file: DefinitionMapping) -> [WorkedExample] {
        guard let values = file.required("examples")?.list() else { return [] }
        var codes = CodeRegister()
        return values.compactMap { example($0, codes: &codes) }
    }

    private func example(_ value: DefinitionValue, codes: inout CodeRegister) -> WorkedExample? {
        guard let mapping = value.mapping(keys: ["name", "file", "input", "gives", "finds"])
        else { return nil }
        let name = mapping.required("name")?.text()
        if let name, let value = mapping["name"] { codes.add(name, at: value) }
        let file = mapping.required("file").flatMap(kind(_:))
        let input = mapping.required("input")?.textOrNothing()
        let gives = (mapping["gives"]?.listOrNothing() ?? []).map(record(_:))
        let finds = (mapping["finds"]?.listOrNothing() ?? []).map(finding(_:))
        guard let name, let file, let input else { return nil }
        return WorkedExample(
            name: name, file: file, input: input, gives: gives.compactMap { $0 },
            finds: finds.compactMap { $0 }, position: value.position)
    }

    private func kind(_ value: DefinitionValue) -> String? {
        guard let kind = value.text() else { return nil }
        guard let kinds, !kinds.contains(kind) else { return kind }
        value.report(
            DefinitionRules.unknownFileKind,
            ["owner": source, "code": kind, "allowed": kinds.joined(separator: ", ")],
            phrases: ["hint": Hint.kind(kind, among: Array(kinds))])
        return nil
    }

    private func record(_ value: DefinitionValue) -> ExpectedRecord? {
        guard let entries = value.entries() else { return nil }
        guard let entry = entries.first(where: { $0.key == "record" }) else {
            value.report(DefinitionRules.missingKey, ["key": "record"])
            return nil
        }
        guard let kind = value.value(of: entry).choice(RecordKind.self) else { return nil }
        let fields = entries.filter { $0.key != "record" }.compactMap { entry in
            field(entry, of: kind, in: value)
        }
        return ExpectedRecord(kind: kind, fields: fields, position: value.position)
    }

    private func field(
        _ entry: DefinitionEntry, of kind: RecordKind, in record: DefinitionValue
    ) -> ExpectedField? {
        let allowed = kind.fields.map(\.name)
        guard allowed.contains(entry.key) else {
            record.problems.report(
                DefinitionRules.unknownField, at: entry.keyPosition,
                [
                    "record": kind.rawValue, "field": entry.key,
                    "allowed": allowed.joined(separator: ", "),
                ],
                phrases: ["hint": Hint.near(entry.key, among: allowed)])
            return nil
        }
        guard let text = record.value(of: entry).textOrNothing() else { return nil }
        return ExpectedField(name: entry.key, text: text, position: entry.node.position)
    }

    private func finding(_ value: DefinitionValue) -> ExpectedFinding? {
        guard let mapping = value.mapping(keys: ["rule", "line", "column"]) else { return nil }
        let rule = mapping.required("rule").flatMap(names.rule(_:))
        let line = mapping["line"]?.integer(0...1_000_000)
        let column = mapping["column"]?.text()
        guard let rule else { return nil }
        return ExpectedFinding(rule: rule, line: line, column: column, position: value.position)
    }
}
