import Diagnostics
import Yams

/// Reads the bytes of a definition into a tree, and reports what is not YAML as we allow it.
struct DefinitionParser {
    /// The largest file that is read, in bytes.
    static let largestFile = 1 << 20

    /// The file as the user names it.
    let path: String
    /// Where problems go.
    let problems: DefinitionProblems

    /// Returns the root of the tree, or `nil` when the file is too large or is not YAML.
    func parse(_ bytes: [UInt8]) -> DefinitionNode? {
        guard bytes.count <= Self.largestFile else {
            problems.report(
                DefinitionRules.fileTooLarge, at: InputPosition(file: path),
                ["bytes": "\(bytes.count)", "limit": "\(Self.largestFile)"])
            return nil
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            let line = firstLineOutsideUTF8(bytes)
            problems.report(DefinitionRules.notUTF8, at: InputPosition(file: path, line: line))
            return nil
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return compose(text)
    }

    /// Composes the text; Yams refuses repeated keys, so these are masked one by one, and found
    /// again by ``DefinitionTree``.
    private func compose(_ text: String) -> DefinitionNode? {
        var mask = KeyMask(text: text)
        while true {
            do {
                // Anchors live as long as the parser does.
                // All scalars are text here, so nobody need find out what else each could be.
                let parser = try Parser(yaml: mask.text, resolver: .basic)
                return try withExtendedLifetime(parser) {
                    guard let root = try parser.singleRoot() else {
                        return DefinitionNode(
                            content: .mapping([]),
                            position: InputPosition(file: path, line: 1, column: 1))
                    }
                    var tree = DefinitionTree(
                        path: path, problems: problems, maskedKeys: mask.originals)
                    return tree.node(from: root)
                }
            } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
                guard let key = duplicates.first, mask.hide(key: key, at: context.mark) else {
                    problems.report(
                        DefinitionRules.repeatedKey, at: position(context.mark),
                        ["key": duplicates.first ?? "", "first": "\(context.mark.line)"])
                    return nil
                }
            } catch {
                reportSyntax(error)
                return nil
            }
        }
    }

    private func reportSyntax(_ error: any Error) {
        var place = InputPosition(file: path)
        var problem = "\(error)"
        switch error {
        case YamlError.scanner(let context, let text, let mark, _),
            YamlError.parser(let context, let text, let mark, _):
            place = position(mark)
            problem = text
            if let context { problem += ", \(context.text), from line \(context.mark.line)" }
        case YamlError.composer(let context, let text, let mark, _):
            place = position(mark)
            problem = context.map { "\($0.text) \(text)" } ?? text
        case YamlError.reader(let text, let offset, _, let yaml):
            problem = text
            if let offset {
                let before = yaml.prefix(offset).split(
                    omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                place.line = before.count
                place.column = (before.last?.unicodeScalars.count ?? 0) + 1
            }
        default: break
        }
        problems.report(DefinitionRules.syntax, at: place, ["problem": problem])
    }

    private func position(_ mark: Mark) -> InputPosition {
        InputPosition(file: path, line: mark.line, column: mark.column)
    }

    private func firstLineOutsideUTF8(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
