/// Text of a table by RFC 4180: commas, CRLF, UTF-8 without a byte-order mark.
struct DelimitedText {
    /// A cell of the table.
    enum Cell {
        /// Words: quoted where needed, and never a formula when a spreadsheet opens the file.
        case words(String)
        /// A number, or nothing.
        case number(String?)
    }

    private(set) var text: String

    init(columns: [String]) {
        text = columns.joined(separator: ",") + "\r\n"
    }

    mutating func append(_ cells: [Cell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text += "," }
            switch cell {
            case .words(let words): text += Self.quoted(words)
            case .number(let number): text += number ?? ""
            }
        }
        text += "\r\n"
    }

    static func quoted(_ words: String) -> String {
        var words = words
        if let first = words.utf8.first, "=+-@\t\r".utf8.contains(first) { words = "'" + words }
        guard words.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return words }
        return "\"" + words.replacing("\"", with: "\"\"") + "\""
    }
}
