/// Writes and reads tables as RFC 4180 text in the one form that a package has.
///
/// UTF-8 without a mark, lines end in LF, a cell is quoted only where it must be, rows stand in the order of
/// their keys. What was written by somebody else is therefore seen by comparing bytes.
enum TableText {
    /// Returns a table as text.
    static func text<Record: PackageRecord>(
        of records: [Record], withIdentifiers: Bool
    ) -> [UInt8] {
        let table = Record.table
        let columns = table.columns(withIdentifiers: withIdentifiers)
        var bytes: [UInt8] = []
        bytes.reserveCapacity((records.count + 1) * 64)
        append(columns.map(\.name), to: &bytes) { $0 }
        let texts = columns.map(\.text)
        for record in records { append(texts, to: &bytes) { $0(record) } }
        return bytes
    }

    private static func append<Cell>(
        _ row: [Cell], to bytes: inout [UInt8], _ text: (Cell) -> String
    ) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            var cell = text(cell)
            cell.withUTF8 { append($0, to: &bytes) }
        }
        bytes.append(0x0A)
    }

    private static func append(_ cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard cell.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
        else {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(0x22)
        for byte in cell {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Puts records into the order of their keys.
    static func sort<Record: PackageRecord>(_ records: inout [Record]) {
        records = RecordKeys(records).order.map { records[$0] }
    }
}

/// What is wrong with the text of a table.
public struct TableFault: Error, Hashable, Sendable {
    /// The path of the file below the package.
    public let path: String
    /// The physical line, from 1; 0 for the whole file.
    public let line: Int
    /// The column, or empty.
    public let column: String
    /// What is wrong.
    public let kind: Kind

    /// What can be wrong.
    public enum Kind: Hashable, Sendable {
        /// The bytes are no UTF-8.
        case encoding
        /// The header is not that of the table.
        case header
        /// A row has another number of cells than the header.
        case cells(Int, expected: Int)
        /// A quote stands where none may, or is not closed.
        case quote
        /// The last line does not end.
        case unended
        /// A cell is none of its column's type, or is missing.
        case value
        /// The rows are not in the order of their keys.
        case order
        /// Two rows have one key.
        case repeatedKey
        /// It is not written in the one form that a package has.
        case form
    }
}

extension TableText {
    /// Reads a table; everything that is not exactly as the program writes it is a fault.
    ///
    /// - Throws: ``TableFault`` at the first thing that is wrong.
    static func records<Record: PackageRecord>(
        _ bytes: [UInt8], of type: Record.Type, withIdentifiers: Bool
    ) throws(TableFault) -> [Record] {
        let table = Record.table
        let columns = table.columns(withIdentifiers: withIdentifiers)
        var reader = CellReader(bytes: bytes, path: table.path)
        guard let header = try reader.row() else {
            throw TableFault(path: table.path, line: 0, column: "", kind: .header)
        }
        guard header == columns.map(\.name) else {
            throw TableFault(path: table.path, line: 1, column: "", kind: .header)
        }
        var records: [Record] = []
        let takes = columns.map(\.take)
        var texts = SharedTexts(besides: columns.map { table.key == [$0.name] })
        while true {
            let line = reader.line
            guard let cells = try reader.row() else { break }
            guard cells.count == columns.count else {
                throw TableFault(
                    path: table.path, line: line, column: "",
                    kind: .cells(cells.count, expected: columns.count))
            }
            var record = Record()
            for (number, take) in takes.enumerated()
            where !take(&record, texts.shared(cells[number], ofColumn: number)) {
                throw TableFault(
                    path: table.path, line: line, column: columns[number].name, kind: .value)
            }
            records.append(record)
        }
        try checkKeys(of: records)
        guard text(of: records, withIdentifiers: withIdentifiers) == bytes else {
            throw TableFault(path: table.path, line: 0, column: "", kind: .form)
        }
        return records
    }

    private static func checkKeys<Record: PackageRecord>(
        of records: [Record]
    ) throws(TableFault) {
        guard let (place, isRepeated) = RecordKeys(records).firstMisplaced else { return }
        throw TableFault(
            path: Record.table.path, line: place + 2, column: "",
            kind: isRepeated ? .repeatedKey : .order)
    }
}

/// Reads the cells of a table, line by line; no cell of a package has a line break.
private struct CellReader {
    private let bytes: [UInt8]
    private let path: String
    private var position = 0
    private(set) var line = 1

    init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    private func fault(_ kind: TableFault.Kind) -> TableFault {
        TableFault(path: path, line: line, column: "", kind: kind)
    }

    /// Returns the cells of the next line, or `nil` at the end.
    mutating func row() throws(TableFault) -> [String]? {
        guard position < bytes.count else { return nil }
        guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw fault(.unended) }
        let content = bytes[position..<end]
        var cells: [String] = []
        if content.contains(0x22) {
            cells = try quoted(content)
        } else {
            for cell in content.split(separator: 0x2C, omittingEmptySubsequences: false) {
                cells.append(try text(cell))
            }
        }
        position = end + 1
        line += 1
        return cells
    }

    private func quoted(_ content: ArraySlice<UInt8>) throws(TableFault) -> [String] {
        var cells: [String] = []
        var rest = content
        while true {
            var cell: [UInt8] = []
            if rest.first == 0x22 {
                rest = rest.dropFirst()
                while true {
                    guard let quote = rest.firstIndex(of: 0x22) else { throw fault(.quote) }
                    cell += rest[rest.startIndex..<quote]
                    rest = rest[(quote + 1)...]
                    guard rest.first == 0x22 else { break }
                    cell.append(0x22)
                    rest = rest.dropFirst()
                }
            } else {
                let end = rest.firstIndex(of: 0x2C) ?? rest.endIndex
                cell = Array(rest[rest.startIndex..<end])
                guard !cell.contains(0x22) else { throw fault(.quote) }
                rest = rest[end...]
            }
            cells.append(try text(cell[...]))
            guard let next = rest.first else { return cells }
            guard next == 0x2C else { throw fault(.quote) }
            rest = rest.dropFirst()
            if rest.isEmpty {
                cells.append("")
                return cells
            }
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(TableFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.encoding) }
        return text
    }
}
