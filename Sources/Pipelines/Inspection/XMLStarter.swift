import Diagnostics
import Extraction
import PupilSupport

/// The YAML that pins what was found of an XML file, and a start for its source.
struct XMLStarter {
    let encoding: TextEncoding
    let outline: XMLOutline
    let words: KnownWords

    var text: String {
        guard let root = outline.elements.first else { return "" }
        let found = XMLRecordFields(outline)
        let names = ShownElements(outline, knowing: words)
        let namespace = root.name.namespace.map { ", namespace: \(Self.quoted($0))" } ?? ""
        var lines = [
            "", "version: 1", "source: new-source", "name: {lv: \"…\", en: \"…\"}",
        ]
        lines += StarterDefinition.questions
        lines += [
            "files:",
            "  - kind: new-kind",
            "    recognise: {root: \(Self.name(names.text(of: root.name.local)))\(namespace)}",
            "    encoding: \(encoding.rawValue)", "    format: xml",
        ]
        if !found.namespaces.isEmpty {
            let pairs = found.namespaces.map { "\($0.prefix): \(Self.quoted($0.uri))" }
            lines += ["    xml:", "      namespaces: {\(pairs.joined(separator: ", "))}"]
        }
        lines.append("    records:")
        let records = found.recordsOfModel
        for record in records {
            let matches = XMLRecordMatch.all(of: record)
            let unmatched = matches.dropFirst().reduce(matches[0].unmatched) { left, match in
                left.filter(match.unmatched.contains)
            }
            for match in matches { lines += self.lines(of: match, at: record, names) }
            // What stands above belongs to another record.
            lines += unmatched.filter { !$0.hasPrefix("..") }
                .map { "          # not mapped: \(Self.path(names.text(ofPath: $0)))" }
        }
        if lines.contains(where: { line in
            line.contains("…") && !line.hasPrefix("name:") && !line.hasPrefix("# ")
                && !line.hasSuffix("# required")
        }) {
            lines.append("    # names with … are cut, for they could be people's")
        }
        if records.isEmpty { lines.append("      # - at: …   # no element is repeated") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(
        of match: XMLRecordMatch, at record: XMLRecordFields.Record, _ names: ShownElements
    ) -> [String] {
        [
            "      - at: \(Self.name(names.text(ofPath: record.path)))   # \(record.count)",
            "        record: \(match.kind.rawValue)", "        fields:",
        ]
            + match.fields.map { field in
                let unit = match.units[field.name]
                return
                    "          \(field.name): {path: \(Self.path(names.text(ofPath: field.path)))\(unit?.keys ?? "")}"
                    + (unit?.remark ?? "")
            }
            + match.missing.map { "          # \($0): {path: …}   # required" }
    }

    /// A path as YAML takes it: `@` and `.` begin no plain text.
    private static func path(_ path: String) -> String {
        path.hasPrefix("@") || path.hasPrefix(".") || path.contains("…") ? "\"\(path)\"" : path
    }

    /// A name that is cut, in quotes.
    private static func name(_ name: String) -> String {
        name.contains("…") ? quoted(name) : name
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
