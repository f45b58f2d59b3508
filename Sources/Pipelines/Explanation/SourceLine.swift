import Diagnostics
import SupportStore

/// A line of a file, or a row of a sheet, as messages write its place: `plani.csv:17`, `dati.xlsx:Lapa1!5`.
public struct SourceLine: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The line, from 1, or the row.
    public let line: Int

    /// Reads a place; a column behind the line, and the letters of a cell, are left aside.
    ///
    /// - Returns: `nil` when the text has no line.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var (file, place) = (text[..<colon], text[text.index(after: colon)...])
        if let mark = place.lastIndex(of: "!") {
            place = place[place.index(after: mark)...].drop { $0.isASCII && $0.isLetter }
        } else if let inner = file.lastIndex(of: ":"),
            Self.line(file[file.index(after: inner)...]) != nil,
            Self.line(place) != nil
        {
            place = file[file.index(after: inner)...]
            file = file[..<inner]
        }
        guard !file.isEmpty, let line = Self.line(place) else { return nil }
        self.file = String(file)
        self.line = line
    }

    private static func line(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let line = Int(text), line > 0
        else { return nil }
        return line
    }
}

extension SourceFiles {
    /// Returns the deliveries whose file has a name, as it lies below the inbox or as it is shown; those in
    /// force where there are any.
    func deliveries(named name: String) -> [Int] {
        let all = deliveries.values.sorted { $0.id < $1.id }
        func matching(_ matches: (String) -> Bool) -> [Int] {
            let found = all.filter { matches($0.fileName) || matches(names[$0.fileName]) }
            let current = found.filter { $0.successor == nil }
            return (current.isEmpty ? found.suffix(1) : current).map(\.id)
        }
        let exact = matching { $0 == name }
        if !exact.isEmpty { return exact }
        // Whoever stands beside the inbox writes its folder too; packed files are named as they lie there.
        return matching { name.hasSuffix("/\($0)") }
    }

    /// Returns the names of files in force that come nearest to one.
    func suggestions(for name: String) -> [String] {
        let known = deliveries.values.filter { $0.successor == nil }.map { names[$0.fileName] }
        return Suggestions.allowed(known.sorted(), insteadOf: name)
    }
}
