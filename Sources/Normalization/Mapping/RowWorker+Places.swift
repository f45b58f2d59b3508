import Diagnostics
import Extraction
import PupilSupport

extension RowWorker {
    /// The column that holds a field of a record of the row.
    func column(ofField field: Int, index: Int, row: Int) -> (number: Int?, name: String?) {
        let mapping = mapping(of: index)
        guard case .reader(let reader) = mapping.slots[field] else {
            return (nil, mapping.kind.fields[field].name)
        }
        let column = table.readers[reader].column(of: row, in: batch)
        return (isXML ? nil : column + 1, table.readers[reader].name(ofColumn: column))
    }

    func position(
        ofField field: Int, mapping: CompiledMapping, row: Int
    ) -> InputPosition {
        var source = field
        if case .semesterOf(let date) = mapping.slots[field] { source = date }
        guard case .reader(let reader) = mapping.slots[source] else {
            return recordPosition(row, column: nil, name: mapping.kind.fields[field].name)
        }
        return position(
            column: table.readers[reader].column(of: row, in: batch), reader: reader, row: row)
    }

    func position(column: Int, reader: Int, row: Int) -> InputPosition {
        let name = table.readers[reader].name(ofColumn: column)
        var place = recordPosition(row, column: isXML ? nil : column + 1, name: name)
        if !batch.cells[row * batch.columnCount + column].isAbsent {
            place.byte = batch.byteOffset(record: row, column: column)
        }
        return place
    }

    func recordPosition(_ row: Int, column: Int?, name: String?) -> InputPosition {
        InputPosition(
            file: fileName, sheet: sheet, line: batch.records[row].line,
            byte: batch.records[row].byte, column: column, columnName: name,
            record: batch.records[row].byte)
    }

    /// What a message may show of a cell or a header.
    func shown(_ text: String?) -> String { ShownText(text ?? "", knowing: context.words).text }

    var isXML: Bool { table.mappings.first?.isXML ?? false }

    func cellText(_ reader: Int, row: Int) -> String? {
        let column = table.readers[reader].column(of: row, in: batch)
        let cell = batch.cells[row * batch.columnCount + column]
        guard !cell.isAbsent else { return nil }
        return batch.bytes.withUnsafeBufferPointer { bytes in
            table.readers[reader].text(
                UnsafeBufferPointer(rebasing: bytes[cell.start..<(cell.start + cell.count)]),
                hasEscapes: cell.hasEscapes)
        }
    }
}
