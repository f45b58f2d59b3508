import Diagnostics
import Foundation

/// The files that a run refused, as the store keeps them: what a report says of them is made from these.
struct RefusedFiles: Codable {
    private struct Refusal: Codable {
        let rule: String
        let severity: String
        let file: String
        let sheet: String?
        let line: Int
        let byte: Int?
        let column: Int?
        let columnName: String?
        let details: [String: String]
    }

    private let refusals: [Refusal]

    init(_ findings: [Diagnostic]) {
        refusals = findings.map { finding in
            let place = finding.position
            return Refusal(
                rule: finding.rule.code, severity: finding.severity.rawValue, file: place.file,
                sheet: place.sheet, line: place.line, byte: place.byte, column: place.column,
                columnName: place.columnName, details: finding.details)
        }
    }

    /// Reads the text of the store; text that is none names no file.
    init(text: String) {
        let known = try? JSONDecoder().decode([Refusal].self, from: Data(text.utf8))
        refusals = known ?? []
    }

    /// The text that the store keeps.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(refusals)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// The findings.
    var findings: [Diagnostic] {
        refusals.compactMap { refusal in
            guard let rule = RuleCatalogue.byCode[refusal.rule] else { return nil }
            return Diagnostic(
                rule, severity: Severity(rawValue: refusal.severity),
                at: InputPosition(
                    file: refusal.file, sheet: refusal.sheet, line: refusal.line,
                    byte: refusal.byte, column: refusal.column, columnName: refusal.columnName),
                details: refusal.details)
        }
    }
}
