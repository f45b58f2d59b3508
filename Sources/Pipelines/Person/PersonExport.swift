import Foundation
import Glibc
import PupilSupport

extension PersonDocument {
    /// Writes the document into a new folder that only its owner can look into: `person.json`, and a table
    /// for each kind of record.
    ///
    /// - Throws: ``OutputError`` when the folder is there already or cannot be written.
    public func export(into folder: String) throws {
        guard mkdir(folder, 0o700) == 0 else { throw OutputError(path: folder) }
        try write(try jsonText, to: "\(folder)/person.json")
        for (kind, entries) in Dictionary(grouping: records, by: \.kind) {
            try write(Self.table(entries, of: kind), to: "\(folder)/\(kind).csv")
        }
    }

    private func write(_ text: String, to path: String) throws {
        let file = try OutputFile(path, shownAs: path)
        try file.write(Array(text.utf8))
        try file.finish()
    }

    /// One record a line (RFC 4180), the place first.
    private static func table(_ entries: [PersonRecordEntry], of kind: String) -> String {
        let fields = (RecordKind(rawValue: kind)?.fields ?? []).map(\.name).filter { name in
            entries.contains { $0.values[name] != nil }
        }
        let header = ["file", "line", "delivery", "in_force", "held_back"] + fields
        let rows = entries.map { entry in
            [
                entry.place.file, "\(entry.place.line)", "\(entry.place.delivery)",
                "\(entry.place.inForce)", "\(entry.heldBack)",
            ] + fields.map { entry.values[$0] ?? "" }
        }
        return ([header] + rows).map { row in
            row.map(quoted).joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
    }
}
