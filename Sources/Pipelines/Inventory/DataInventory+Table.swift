import Foundation
public import PupilSupport

extension DataInventory {
    /// Returns the inventory as a table (RFC 4180, UTF-8, lines end in LF), a line for each column.
    public func table(in language: Language) -> String {
        let header = [
            "area", "table", "column", "data", "content", "purpose", "legal_basis", "recipients",
            "retention",
        ]
        let lines = rows.map { row in
            [row.area.rawValue, row.table, row.column] + row.words(in: language)
        }
        return ([header] + lines).map { line in
            line.map(Self.quoted).joined(separator: ",") + "\n"
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
    }
}

extension DataInventory.Row {
    /// What is said of the column, in the order in which tables and documents show it.
    func words(in language: Language) -> [String] {
        [
            data.title[language], content[language], purpose[language],
            bases.isEmpty ? "–" : bases.map { $0[language] }.joined(separator: "; "),
            recipients.map { $0[language] }.joined(separator: "; "), retention[language],
        ]
    }
}
