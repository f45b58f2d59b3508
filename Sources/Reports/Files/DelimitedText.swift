/// Text of a table by RFC 4180: commas or another delimiter, CRLF, UTF-8.
struct DelimitedText {
    /// A cell of the table.
    enum Cell {
        /// Words: quoted where needed, and never a formula when a spreadsheet opens the file.
        case words(String)
        /// A number, or nothing.
        case number(String?)
    }

    private(set) var text: String
    /// A mark of one byte, such as a semicolon.
    private let delimiter: String

    init(columns: [String], delimiter: String = ",") {
        self.delimiter = delimiter
        text = columns.map { Self.quoted($0, delimiter: delimiter) }.joined(separator: delimiter)
        text += "\r\n"
    }

    mutating func append(_ cells: [Cell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text += delimiter }
            switch cell {
            case .words(let words): text += Self.quoted(words, delimiter: delimiter)
            case .number(let number): text += number ?? ""
            }
        }
        text += "\r\n"
    }

    /// Adds a row of cells that are quoted already, for tables in which the same words come often.
    mutating func append(quoted cells: String...) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text += "," }
            text += cell
        }
        text += "\r\n"
    }

    /// Hands on the rows so far where they are many, and forgets them.
    mutating func handOn(to body: ([UInt8]) throws -> Void) rethrows {
        guard text.utf8.count > Self.mostHeld else { return }
        try body(Array(text.utf8))
        text.removeAll(keepingCapacity: true)
    }

    /// As many bytes as are held before they are handed on.
    static let mostHeld = 1 << 16

    static func quoted(_ words: String, delimiter: String = ",") -> String {
        let words = words.withoutFormula
        let mark = delimiter.utf8.first
        guard words.utf8.contains(where: { isSpecial($0) || $0 == mark }) else { return words }
        return "\"" + words.replacing("\"", with: "\"\"") + "\""
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}

extension String {
    /// The text, begun with an apostrophe where a spreadsheet would run it as a formula.
    var withoutFormula: String {
        switch utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            "'" + self
        default: self
        }
    }
}
