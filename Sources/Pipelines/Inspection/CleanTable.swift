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

    private let inspection: FileInspection
    private let form: Form
    private let tableNumber: Int?

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - inspection: What was found of the file.
    ///   - form: What to write it as.
    ///   - table: The number of the table, from 1, or `nil` for the largest.
    public init(_ inspection: FileInspection, as form: Form, table: Int? = nil) {
        self.inspection = inspection
        self.form = form
        tableNumber = table
    }

    /// Writes the table.
    ///
    /// - Parameters:
    ///   - write: Receives the bytes, block by block.
    ///   - report: Receives what is wrong with single rows, which are not written.
    /// - Returns: Whether there was a table; when there was none, nothing is written.
    /// - Throws: ``UnreadableTable`` when the file cannot be read on, and what `write` throws.
    public func write(
        to write: ([UInt8]) throws -> Void, report: (Diagnostic) -> Void
    ) throws -> Bool {
        do { return try writeTable(to: write, report: report) } catch let refusal as FileRefusal {
            throw UnreadableTable(
                finding: Diagnostic(
                    refusal.rule, severity: .fatal,
                    at: InputPosition(
                        file: inspection.shownPath, line: refusal.line, byte: refusal.byte,
                        columnName: refusal.columnName), details: refusal.details))
        } catch let error as FileError {
            throw UnreadableTable(
                finding: Diagnostic(
                    ExtractionRules.unreadable, at: InputPosition(file: inspection.shownPath),
                    details: ["reason": error.description]))
        }
    }

    private func writeTable(
        to write: ([UInt8]) throws -> Void, report: (Diagnostic) -> Void
    ) throws -> Bool {
        guard let (encoding, found) = inspection.table,
            let place = tableNumber.map({ $0 - 1 }) ?? found.mainTable,
            found.tables.indices.contains(place)
        else {
            if case .unreadable(let reason) = inspection.content { report(reason) }
            return false
        }
        let table = found.tables[place]
        var reader = try reader(encoding: encoding, options: table.options)
        var output = CleanText(
            form: form, columns: reader.columns,
            decoder: TextDecoder(encoding.isUTF16 ? .utf8 : encoding),
            escapes: CellEscapes(table.options))
        output.writeHeader()
        while let batch = try reader.nextBatch() {
            for fault in batch.faults {
                report(
                    Diagnostic(
                        fault.rule,
                        at: InputPosition(
                            file: inspection.shownPath, line: batch.records[fault.record].line,
                            byte: fault.byte, column: fault.column), details: fault.details))
            }
            let faulty = Set(batch.faults.map(\.record))
            for record in batch.records.indices where !faulty.contains(record) {
                guard !table.totalLines.contains(batch.records[record].line) else { continue }
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
            }
            if output.bytes.count > 1 << 16 { try write(output.take()) }
        }
        output.finish()
        try write(output.take())
        return true
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

/// Why a table cannot be read on.
public struct UnreadableTable: Error {
    /// What was found where, and how to mend it.
    public let finding: Diagnostic
}
