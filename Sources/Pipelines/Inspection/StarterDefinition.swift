import Diagnostics
import Extraction
import Normalization
import PupilSupport

/// The YAML that pins what was found of a file, and a start for its source.
public struct StarterDefinition {
    /// The number of columns of which the YAML says something.
    private static let mostColumns = ColumnMatch.mostColumns

    private let inspection: FileInspection
    private let tablePlace: Int?

    /// Prepares the definition of an inspected file.
    ///
    /// - Parameters:
    ///   - inspection: What was found of the file.
    ///   - table: The number of the table, from 1, or `nil` for the largest.
    public init(_ inspection: FileInspection, table: Int? = nil) {
        self.inspection = inspection
        tablePlace = table.map { $0 - 1 }
    }

    /// The YAML, or nothing for a file without a table.
    public var text: String {
        if case .xml(let finding, let outline) = inspection.content,
            let real = outline.encoding(by: finding)
        {
            return XMLStarter(encoding: real, outline: outline, words: inspection.words).text
        }
        guard let (encoding, found) = inspection.table, let place = tablePlace ?? found.mainTable
        else { return "" }
        let table = found.tables[place]
        let header = ShownHeader(of: table, knowing: inspection.words)
        let columns = header.names
        var lines = [
            "", "version: 1", "source: new-source", "name: {lv: \"…\", en: \"…\"}",
        ]
        lines += Self.questions
        lines += [
            "files:", "  - kind: new-kind", "    recognise:",
            "      columns: [\(columns.filter { !$0.isEmpty }.prefix(3).map(quoted).joined(separator: ", "))]",
        ]
        if case .workbook(let sheet, _, _) = inspection.content {
            let shown = ShownText(sheet, knowing: inspection.words).text
            lines += ["    format: xlsx", "    xlsx:"]
            lines.append(
                shown == sheet
                    ? "      sheet: \(quoted(sheet))"
                    : "      # sheet: …   # its name is not shown, for it could be a person's")
            lines += Self.rowPins(table.options).map { "      \($0)" }
        } else {
            lines += ["    encoding: \(encoding.rawValue)", "    format: csv", "    csv:"]
            lines += Self.pins(table.options).map { "      \($0)" }
            if let sign = found.dialect.commonSign {
                let name = DialectWords.delimiter(DelimitedOptions(delimiter: sign))
                lines.append(
                    "      # \(Self.yaml(name)) stands in most lines: if it is the delimiter, pin it here"
                )
            }
            if found.dialect.isThin, let next = found.dialect.runnerUp {
                lines.append(
                    "      # the margin is thin: it may be \(Self.yaml(DialectWords.delimiter(next))) too, "
                        + "look at both")
            }
        }
        for name in header.repeated {
            lines.append(
                "    # two columns are called \(quoted(name)): an import refuses the file (CSV-007)"
            )
        }
        if header.isShortened {
            lines.append("    # names of columns with … are cut, for they could be people's")
        }
        if let total = totalRow(table, columns) { lines.append("    \(total)") }
        let mapped = ColumnMatch.matches(for: table.columns)
        lines += ["    records:", "      - record: \(mapped.kind.rawValue)", "        fields:"]
        for field in mapped.fields {
            let unit = unit(of: field.name, in: mapped.kind, table.columns[field.column])
            lines.append(
                "          \(field.name): {column: \(quoted(columns[field.column]))\(unit.keys)}"
                    + unit.remark)
        }
        for field in mapped.missing {
            lines.append("          # \(field): {column: …}   # required")
        }
        for column in mapped.unmatched where !columns[column].isEmpty {
            lines.append("          # not mapped: \(quoted(columns[column]))")
        }
        if columns.count > Self.mostColumns {
            lines.append("          # … \(columns.count - Self.mostColumns) more columns")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The keys of `csv:` that differ from their defaults.
    static func pins(_ options: DelimitedOptions) -> [String] {
        var lines = ["delimiter: \(yaml(DialectWords.delimiter(options)))"]
        if options.quote != 0x22 {
            lines.append(
                "quote: \(options.quote.map { yaml(String(Unicode.Scalar($0))) } ?? "none")")
        }
        if options.escape == .backslash { lines.append("escape: backslash") }
        return lines + rowPins(options)
    }

    /// The keys that concern rows, which a sheet has too.
    private static func rowPins(_ options: DelimitedOptions) -> [String] {
        var lines: [String] = []
        if options.headerRows != 1 { lines.append("header_rows: \(options.headerRows)") }
        if options.linesBeforeHeader > 0 {
            lines.append("lines_before_header: \(options.linesBeforeHeader)")
        }
        if options.raggedRows != .reject {
            lines.append("ragged_rows: \(options.raggedRows.rawValue)")
        }
        if !options.leftOut.isEmpty {
            let names = LeftOutRow.allCases.filter(options.leftOut.contains).map(\.rawValue)
            lines.append("leave_out: [\(names.joined(separator: ", "))]")
        }
        switch options.end {
        case .blankRow: lines.append("ends_at: blank-row")
        case .line(let line): lines.append("# the table ends before line \(line)")
        case .endOfFile: break
        }
        return lines
    }

    /// What a person has to add, for the file does not tell it.
    static let questions = [
        "# school: …   # the code that the municipality's definition gives the school",
        "# check_digit: verify   # of personal codes; `synthetic` for made-up ones",
    ]

    private func totalRow(_ table: TableFinding, _ names: [String]) -> String? {
        guard let line = table.totalLines.min() else { return nil }
        guard let total = table.total, names.indices.contains(total.column) else {
            return "# total_row: {column: …, text: …, sums: […]}   # line \(line)"
        }
        let sums = total.sums.filter { names.indices.contains($0) }.map { names[$0] }
        let used = sums + [names[total.column]]
        guard !sums.isEmpty, used.allSatisfy({ !$0.isEmpty && !$0.contains("…") }) else {
            return "# total_row: {column: …, text: …, sums: […]}   # line \(line)"
        }
        return "total_row: {column: \(quoted(names[total.column])), text: \(quoted(total.text)), "
            + "sums: [\(sums.map(quoted).joined(separator: ", "))]}   # line \(line)"
    }

    /// The keys of a length of time, and what to check of it.
    private func unit(
        of field: String, in kind: RecordKind, _ column: TableFinding.Column
    ) -> (keys: String, remark: String) {
        guard kind.fieldIndex(field).map({ kind.fields[$0].type }) == .minutes else {
            return ("", "")
        }
        return MinutesUnit.texts(
            name: column.name, numbers: column.numbers, isSession: kind == .session)
    }

    private static func yaml(_ sign: String) -> String {
        sign.count == 1 ? "'\(sign == "'" ? "''" : sign)'" : sign
    }

    private func quoted(_ name: String) -> String {
        let isPlain =
            name.allSatisfy { $0.isLetter || $0.isNumber || " ._".contains($0) }
            && name.first?.isLetter == true
        return isPlain
            ? name : "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
