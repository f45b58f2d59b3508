import Testing

@testable import Extraction

/// A dialect in which a table can be written.
struct WrittenDialect: CustomTestStringConvertible {
    var delimiter: Character = ","
    var quote: Character? = "\""
    var escape = QuoteEscape.doubled
    var lineEnd = "\n"
    var form = SavedForm.utf8
    var hasFinalLineEnd = true

    var testDescription: String {
        let signs = "\(delimiter.debugDescription) \(quote.map(String.init) ?? "none") \(escape)"
        let end = "\(lineEnd.debugDescription)\(hasFinalLineEnd ? "" : " not at the end")"
        return "\(signs) \(end) \(form)"
    }

    /// The options that pin the dialect.
    var options: DelimitedOptions {
        DelimitedOptions(
            delimiter: delimiter.asciiValue ?? 0, quote: quote?.asciiValue, escape: escape)
    }

    /// Whether a cell can only be written within quotes.
    func needsQuotes(_ cell: String) -> Bool {
        cell.unicodeScalars.contains { scalar in
            scalar == "\n" || scalar == "\r" || delimiter.unicodeScalars.first == scalar
                || quote?.unicodeScalars.first == scalar
                // A backslash that escapes does so outside quotes, too.
                || (escape == .backslash && scalar == "\\")
        }
    }

    /// A cell within quotes.
    func quoted(_ cell: String) -> String {
        guard let quote else { return cell }
        let sign = String(quote)
        var text = cell
        switch escape {
        case .doubled: text = text.replacingScalars(sign, with: sign + sign)
        case .backslash:
            text = text.replacingScalars("\\", with: "\\\\")
                .replacingScalars(sign, with: "\\" + sign)
        }
        return sign + text + sign
    }
}

extension String {
    /// Replaces a sign wherever it stands, within a `\r\n` or before a combining mark, too.
    fileprivate func replacingScalars(_ sign: String, with other: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if sign.unicodeScalars.first == scalar {
                result.append(contentsOf: other.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

/// A table written in a dialect, and what a reader has to hand out for it.
struct WrittenTable {
    private(set) var bytes: [UInt8] = []
    private(set) var expected: ReadFile

    private let dialect: WrittenDialect
    private var line = 1

    /// Writes rows of cells; each cell in quotes where it must be or `isQuoted` wants it.
    init(
        _ dialect: WrittenDialect, header: [String], rows: [[String]],
        isQuoted: () -> Bool = { false }
    ) throws {
        self.dialect = dialect
        expected = ReadFile(columns: header)
        bytes = try dialect.form.bytes(of: "")
        for (number, row) in ([header] + rows).enumerated() {
            let isLast = number == rows.count
            try append(row, isHeader: number == 0, isLast: isLast, isQuoted: isQuoted)
        }
    }

    private mutating func append(
        _ row: [String], isHeader: Bool, isLast: Bool, isQuoted: () -> Bool
    ) throws {
        let start = bytes.count
        let first = line
        var places: [Int] = []
        for (index, cell) in row.enumerated() {
            if index > 0 { try append(String(dialect.delimiter)) }
            let needsQuotes = dialect.needsQuotes(cell)
            if dialect.quote != nil, needsQuotes || isQuoted() {
                let written = dialect.quoted(cell)
                places.append(bytes.count + (try encoded(String(written.prefix(1))).count))
                try append(written)
            } else {
                places.append(bytes.count)
                try append(cell)
            }
            line += lineEnds(in: cell)
        }
        let length = bytes.count - start
        if !isLast || dialect.hasFinalLineEnd {
            try append(dialect.lineEnd)
            line += 1
        }
        guard !isHeader else { return }
        expected.records.append(
            ReadRecord(line: first, byte: start, length: length, cells: row, cellBytes: places))
    }

    private mutating func append(_ text: String) throws { bytes += try encoded(text) }

    /// The bytes of a text within the file, so without a byte order mark.
    private func encoded(_ text: String) throws -> [UInt8] {
        let bytes = try dialect.form.bytes(of: text)
        return dialect.form == .utf8WithMark ? Array(bytes.dropFirst(3)) : bytes
    }

    private func lineEnds(in cell: String) -> Int {
        var count = 0
        var previous: Unicode.Scalar?
        for scalar in cell.unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && previous != "\r") { count += 1 }
            previous = scalar
        }
        return count
    }
}
