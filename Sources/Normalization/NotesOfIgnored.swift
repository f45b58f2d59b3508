import Diagnostics

/// Bounds the notes of rows that are ignored by rule: the first of a rule are kept one by one, the rest
/// are counted, for a file of line ends must not become a million findings.
struct NotesOfIgnored {
    /// The number of notes of one rule and file that are kept.
    static let most = 1000

    /// The rows of a rule beyond the notes that are kept.
    private struct Rest {
        let firstLine: Int
        var lastLine: Int
        var count: Int
    }

    private var kept: [String: Int] = [:]
    private var rests: [String: Rest] = [:]

    /// Whether a note is kept; else its rows are counted.
    mutating func keepsNote(of rule: Rule, line: Int, count: Int) -> Bool {
        guard kept[rule.code, default: 0] >= Self.most else {
            kept[rule.code, default: 0] += 1
            return true
        }
        var rest = rests[rule.code] ?? Rest(firstLine: line, lastLine: line, count: 0)
        rest.lastLine = line
        rest.count += count
        rests[rule.code] = rest
        return false
    }

    /// Returns a note for each rule of which rows were counted.
    func closing(file: String, sheet: String?) -> [Diagnostic] {
        rests.sorted { $0.key < $1.key }.map { code, rest in
            Diagnostic(
                FileRules.moreIgnored,
                at: InputPosition(file: file, sheet: sheet, line: rest.firstLine),
                details: ["rule": code, "count": "\(rest.count)", "last": "\(rest.lastLine)"])
        }
    }
}
