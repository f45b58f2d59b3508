import Diagnostics
import Yams

/// Makes a definition's tree from that of Yams, and reports what YAML allows and definitions do not:
/// repeated keys, keys that are no text, anchors and tags.
struct DefinitionTree {
    let path: String
    let problems: DefinitionProblems
    /// The keys that a ``KeyMask`` hid, by what hides them.
    let maskedKeys: [String: String]

    /// Returns the tree below a node, or `nil` when a node has an anchor or a tag: an alias repeats
    /// what it names, so the size of the tree would have no bound.
    mutating func node(from node: Node) -> DefinitionNode? {
        let position = position(of: node)
        guard isPlain(node, at: position) else { return nil }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style != .plain && scalar.style != .any
            return DefinitionNode(
                content: .text(scalar.string, isQuoted: isQuoted), position: position)
        case .sequence(let sequence):
            var items: [DefinitionNode] = []
            for item in sequence {
                guard let item = self.node(from: item) else { return nil }
                items.append(item)
            }
            return DefinitionNode(content: .list(items), position: position)
        case .mapping(let mapping):
            guard let entries = entries(of: mapping) else { return nil }
            return DefinitionNode(content: .mapping(entries), position: position)
        case .alias:
            reportReference("*", at: position)
            return nil
        }
    }

    private mutating func entries(of mapping: Node.Mapping) -> [DefinitionEntry]? {
        var entries: [DefinitionEntry] = []
        var lines: [String: Int] = [:]
        for (key, value) in mapping {
            let position = position(of: key)
            guard case .scalar(let scalar) = key else {
                problems.report(
                    DefinitionRules.wrongType, at: position,
                    phrases: ["expected": .init(lv: "atslēga", en: "a key"), "found": key.phrase])
                return nil
            }
            if let anchor = scalar.anchor {
                reportReference("&\(anchor.rawValue)", at: position)
                return nil
            }
            guard let node = node(from: value) else { return nil }
            let name = maskedKeys[scalar.string] ?? scalar.string
            if let first = lines[name] {
                problems.report(
                    DefinitionRules.repeatedKey, at: position, ["key": name, "first": "\(first)"])
            } else {
                lines[name] = position.line
                entries.append(DefinitionEntry(key: name, keyPosition: position, node: node))
            }
        }
        return entries
    }

    private func isPlain(_ node: Node, at position: InputPosition) -> Bool {
        if let anchor = node.anchor {
            reportReference("&\(anchor.rawValue)", at: position)
            return false
        }
        let tag =
            switch node {
            case .scalar(let scalar): scalar.tag.rawValue
            case .mapping(let mapping): mapping.tag.rawValue
            case .sequence(let sequence): sequence.tag.rawValue
            case .alias: ""
            }
        guard tag.isEmpty || tag == Tag.Name.str.rawValue else {
            reportReference(tag.replacing("tag:yaml.org,2002:", with: "!!"), at: position)
            return false
        }
        return true
    }

    private func reportReference(_ text: String, at position: InputPosition) {
        problems.report(DefinitionRules.reference, at: position, ["text": text])
    }

    private func position(of node: Node) -> InputPosition {
        InputPosition(file: path, line: node.mark?.line ?? 0, column: node.mark?.column)
    }
}

extension Node {
    fileprivate var phrase: MessageText {
        switch self {
        case .mapping: MessageText(lv: "kartējums", en: "a mapping")
        case .sequence: MessageText(lv: "saraksts", en: "a list")
        case .scalar, .alias: MessageText(lv: "teksts", en: "text")
        }
    }
}
