import Extraction
import PupilSupport

/// The YAML that pins what was found of an XML file, and a start for its source.
struct XMLStarter {
    let encoding: TextEncoding
    let outline: XMLOutline

    var text: String {
        guard let root = outline.elements.first else { return "" }
        let found = XMLRecordFields(outline)
        let namespace = root.name.namespace.map { ", namespace: \(Self.quoted($0))" } ?? ""
        var lines = [
            "", "version: 1", "source: new-source", "name: {lv: \"…\", en: \"…\"}",
        ]
        lines += StarterDefinition.questions
        lines += [
            "files:",
            "  - kind: new-kind",
            "    recognise: {root: \(root.name.local)\(namespace)}",
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
            for match in matches { lines += self.lines(of: match, at: record) }
            // What stands above belongs to another record.
            lines += unmatched.filter { !$0.hasPrefix("..") }
                .map { "          # not mapped: \(Self.path($0))" }
        }
        if records.isEmpty { lines.append("      # - at: …   # no element is repeated") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(
        of match: XMLRecordMatch, at record: XMLRecordFields.Record
    ) -> [String] {
        [
            "      - at: \(record.path)   # \(record.count)",
            "        record: \(match.kind.rawValue)", "        fields:",
        ]
            + match.fields.map { field in
                let unit = match.units[field.name]
                return
                    "          \(field.name): {path: \(Self.path(field.path))\(unit?.keys ?? "")}"
                    + (unit?.remark ?? "")
            }
            + match.missing.map { "          # \($0): {path: …}   # required" }
    }

    /// A path as YAML takes it: `@` and `.` begin no plain text.
    private static func path(_ path: String) -> String {
        path.hasPrefix("@") || path.hasPrefix(".") ? "\"\(path)\"" : path
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
