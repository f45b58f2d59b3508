import Diagnostics
import PupilSupport

extension DefinitionValue {
    /// Reads a mapping with a fixed set of keys and reports every other key.
    func mapping(keys: [String]) -> DefinitionMapping? {
        guard let entries = entries() else { return nil }
        return DefinitionMapping(value: self, entries: entries, keys: keys)
    }

    /// Reads a mapping whose keys are names, each with its place, in the order of the file.
    func entries() -> [DefinitionEntry]? {
        guard case .mapping(let entries) = node.content else {
            reportType(.init(lv: "kartējums", en: "a mapping"))
            return nil
        }
        return entries
    }

    /// Reads the value of an entry of this mapping.
    func value(of entry: DefinitionEntry) -> DefinitionValue {
        DefinitionValue(key: entry.key, node: entry.node, problems: problems)
    }

    /// Reads a list with at least one item.
    func list() -> [DefinitionValue]? {
        guard let items = listOrNothing() else { return nil }
        guard !items.isEmpty else {
            report(DefinitionRules.emptyList, ["key": key])
            return nil
        }
        return items
    }

    /// Reads a list that may be empty.
    func listOrNothing() -> [DefinitionValue]? {
        guard case .list(let items) = node.content else {
            reportType(.init(lv: "saraksts", en: "a list"))
            return nil
        }
        return items.map { DefinitionValue(key: key, node: $0, problems: problems) }
    }

    /// Reads a list of texts.
    func texts() -> [String]? {
        list()?.compactMap { $0.text() }
    }

    /// Reads a text in both languages, `{lv: …, en: …}`.
    func localizedText() -> LocalizedText? {
        guard let mapping = mapping(keys: ["lv", "en"]) else { return nil }
        let lv = mapping.required("lv")?.text()
        let en = mapping.required("en")?.text()
        guard let lv, let en else { return nil }
        return LocalizedText(lv: lv, en: en)
    }

    /// Reads class levels, `{from: 5, to: 12}`.
    func levels() -> ClosedRange<Int>? {
        guard let mapping = mapping(keys: ["from", "to"]) else { return nil }
        let from = mapping.required("from")?.integer(1...12)
        let to = mapping.required("to")?.integer(1...12)
        guard let from, let to else { return nil }
        guard from <= to else {
            report(
                DefinitionRules.boundsOutOfOrder,
                ["first": "from", "low": "\(from)", "second": "to", "high": "\(to)"])
            return nil
        }
        return from...to
    }
}
