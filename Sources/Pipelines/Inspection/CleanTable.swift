public import Diagnostics
import Extraction
import Normalization

/// Writes the table of a file as clean text: RFC 4180 in UTF-8, or JSON.
public struct CleanTable {
    /// What a table is written as.
    public enum Form: String, CaseIterable, Sendable {
        /// RFC 4180: commas, double quotes, CRLF, UTF-8; the first row is the header.
        case csv
        /// A list of objects, one a line.
        case json
    }

    /// Which table of a file, when it is not the largest.
    public enum Choice: Hashable, Sendable {
        /// A table of a delimited file or a sheet, by its number from 1.
        case number(Int)
        /// The records of an XML file, by the path of their element or the end of it.
        case records(String)
    }

    /// Why a table is not written.
    public enum Failure: Error {
        /// The file cannot be read, or cannot be read on.
        case unreadable(Diagnostic)
        /// The file has no table.
        case noTable
        /// The file has no table of the choice, but these.
        case noSuchTable([String])
        /// Several records have the path that was chosen.
        case severalRecords([String])
    }

    let inspection: FileInspection
    let form: Form
    private let choice: Choice?

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - inspection: What was found of the file.
    ///   - form: What to write it as.
    ///   - choice: Which table, or `nil` for the largest.
    public init(_ inspection: FileInspection, as form: Form, choice: Choice? = nil) {
        self.inspection = inspection
        self.form = form
        self.choice = choice
    }

    /// Writes the table.
    ///
    /// - Parameters:
    ///   - write: Receives the bytes, block by block.
    ///   - report: Receives what is wrong with single rows; those with an error are not written, or not
    ///     as they were.
    /// - Returns: Whether every row was written as it stands in the file.
    /// - Throws: ``Failure`` when there is no such table or the file cannot be read on, and what `write`
    ///   throws.
    public func write(
        to write: ([UInt8]) throws -> Void, report: (Diagnostic) -> Void
    ) throws -> Bool {
        do {
            var errors = 0
            try writeTable(to: write) { finding in
                if finding.severity >= .error || Self.doubtful.contains(finding.rule.code) {
                    errors += 1
                }
                report(finding)
            }
            // What else the file holds is said; of this table nothing is missing for it.
            reportOthers(report)
            return errors == 0
        } catch {
            throw Diagnostic(error, file: inspection.shownPath).map(Failure.unreadable) ?? error
        }
    }

    /// Rules of warnings after which a row may not be what stands in the file.
    private static let doubtful: Set<String> = [
        ExtractionRules.strayQuote.code, ExtractionRules.emptyExcess.code,
        ExtractionRules.rowsInCell.code,
    ]

    /// Which of the file's tables, where it is one of a delimited text or a sheet.
    private func place(in found: DelimitedInspection) throws -> Int {
        guard let main = found.mainTable else { throw Failure.noTable }
        guard let choice else { return main }
        guard case .number(let number) = choice, found.tables.indices.contains(number - 1) else {
            throw Failure.noSuchTable(found.tables.indices.map { "\($0 + 1)" })
        }
        return number - 1
    }

    /// Looks whether there is such a table.
    ///
    /// - Throws: ``Failure`` when there is none.
    public func check() throws {
        if case .xml(_, let outline) = inspection.content {
            _ = try record(of: XMLRecordFields(outline))
        } else if let found = inspection.table?.inspection {
            _ = try place(in: found)
        }
    }

    private func writeTable(
        to write: ([UInt8]) throws -> Void, report: (Diagnostic) -> Void
    ) throws {
        if let refusal = inspection.refusal { throw Failure.unreadable(refusal) }
        if case .xml(let finding, let outline) = inspection.content,
            let encoding = outline.encoding(by: finding)
        {
            let found = XMLRecordFields(outline)
            let record = try self.record(of: found)
            var reader = try XMLRecordReader(
                path: inspection.place, encoding: encoding, tables: [found.table(of: record)])
            var output = CleanText(
                form: form, columns: record.fields.map(\.path), decoder: TextDecoder(.utf8),
                escapes: nil)
            try copy(from: &reader, into: &output, leavingOut: [], in: .utf8, write, report)
            return
        }
        guard let (encoding, found) = inspection.table else { throw Failure.noTable }
        let table = found.tables[try place(in: found)]
        var reader = try reader(encoding: encoding, options: table.options)
        var output = CleanText(
            form: form, columns: reader.columns,
            decoder: TextDecoder(encoding.isUTF16 ? .utf8 : encoding),
            escapes: CellEscapes(table.options), leavingOut: table.emptyColumns)
        if form == .json { reportRenamed(reader.columns, report) }
        // Empty cells that most rows have beyond the header are how the program writes them.
        let isUsual = 2 * table.longRows.count > table.recordCount
        try copy(
            from: &reader, into: &output,
            leavingOut: table.totalLines.union(table.leftOutLines), in: encoding, write
        ) { finding in
            guard isUsual, finding.rule.code == ExtractionRules.emptyExcess.code else {
                return report(finding)
            }
        }
    }

    private func record(of found: XMLRecordFields) throws -> XMLRecordFields.Record {
        guard let main = found.main else { throw Failure.noTable }
        guard let choice else { return main }
        guard case .records(let path) = choice else {
            throw Failure.noSuchTable(shownPaths(of: found.records + found.singles))
        }
        let chosen = found.records(named: path)
        guard chosen.count <= 1 else { throw Failure.severalRecords(shownPaths(of: chosen)) }
        guard let record = chosen.first else {
            throw Failure.noSuchTable(shownPaths(of: found.records + found.singles))
        }
        return record
    }

    /// Tells which columns have the name of an earlier one, and so another as a key.
    private func reportRenamed(_ columns: [String], _ report: (Diagnostic) -> Void) {
        let keys = CleanText.keys(of: columns)
        let words = inspection.words.union(.ofFormats)
        for (place, name) in columns.enumerated() where !name.isEmpty && keys[place] != name {
            report(
                Diagnostic(
                    ExtractionRules.renamedColumn,
                    at: InputPosition(file: inspection.shownPath),
                    details: [
                        "number": "\(place + 1)", "name": ShownText(name, knowing: words).text,
                        "key": ShownText(keys[place], knowing: words).text,
                    ]))
        }
    }

    /// Tells what else the file holds, where the caller chose nothing.
    private func reportOthers(_ report: (Diagnostic) -> Void) {
        guard choice == nil else { return }
        let others = OtherTables(inspection)
        for (option, list) in [
            ("--record", others.records), ("--table", others.tables), ("--sheet", others.sheets),
        ]
        where !list.isEmpty {
            report(
                Diagnostic(
                    ExtractionRules.otherTables, at: InputPosition(file: inspection.shownPath),
                    details: [
                        "others.lv": list.map(\.lv).joined(separator: ", "),
                        "others.en": list.map(\.en).joined(separator: ", "), "option": option,
                    ]))
        }
    }

    /// The paths of records as a message may show them.
    private func shownPaths(of records: [XMLRecordFields.Record]) -> [String] {
        guard case .xml(_, let outline) = inspection.content else { return records.map(\.path) }
        let names = ShownElements(outline, knowing: inspection.words)
        return records.map { names.text(ofPath: $0.path) }
    }

    private func copy<Reader: RecordReader & ~Copyable>(
        from reader: inout Reader, into output: inout CleanText, leavingOut lines: Set<Int>,
        in encoding: TextEncoding, _ write: ([UInt8]) throws -> Void,
        _ report: (Diagnostic) -> Void
    ) throws {
        output.writeHeader()
        while let batch = try reader.nextBatch() {
            for remark in batch.remarks {
                report(
                    Diagnostic(
                        remark.rule,
                        at: InputPosition(
                            file: inspection.shownPath, line: remark.line, byte: remark.byte,
                            column: remark.column, columnName: remark.columnName),
                        details: remark.details))
            }
            for fault in batch.faults where !lines.contains(batch.records[fault.record].line) {
                report(
                    Diagnostic(
                        fault.rule,
                        at: InputPosition(
                            file: inspection.shownPath, line: batch.records[fault.record].line,
                            byte: fault.byte, column: fault.column), details: fault.details))
            }
            let faulty = Set(batch.faults.map(\.record))
            for record in batch.records.indices where !faulty.contains(record) {
                guard !lines.contains(batch.records[record].line) else { continue }
                if let undefined = output.append(batch, record: record) {
                    report(
                        Diagnostic(
                            FieldRules.undefinedByte,
                            at: InputPosition(
                                file: inspection.shownPath, line: batch.records[record].line,
                                column: undefined.column + 1),
                            details: [
                                "found": "0x\(String(undefined.byte, radix: 16, uppercase: true))",
                                "encoding": encoding.rawValue,
                            ]))
                }
                if output.bytes.count > 1 << 16 { try write(output.take()) }
            }
        }
        output.finish()
        try write(output.take())
    }

    private func reader(
        encoding: TextEncoding, options: DelimitedOptions
    ) throws -> DelimitedReader {
        if case .workbook(let sheet, _, _) = inspection.content {
            return try DelimitedReader(
                workbook: inspection.place,
                options: SpreadsheetOptions(sheet: sheet, table: options),
                decimalMark: UInt8(ascii: "."))
        }
        return try DelimitedReader(path: inspection.place, encoding: encoding, options: options)
    }
}
