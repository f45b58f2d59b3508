import Extraction

/// The text of a clean table as it grows.
struct CleanText {
    let form: CleanTable.Form
    let columns: [String]
    let decoder: TextDecoder
    let escapes: CellEscapes?
    /// The columns of the reader that are not written.
    private let leftOut: Set<Int>
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    /// The names of the columns as keys of an object: no two alike.
    private let keys: [String]

    /// Returns the names of columns with a number behind those that stood before.
    static func keys(of columns: [String]) -> [String] {
        var taken = Set(columns)
        var seen: Set<String> = []
        return columns.enumerated().map { place, name in
            let name = name.isEmpty ? "column_\(place + 1)" : name
            guard !seen.insert(name).inserted else { return name }
            var number = 2
            while !taken.insert("\(name) (\(number))").inserted { number += 1 }
            return "\(name) (\(number))"
        }
    }

    init(
        form: CleanTable.Form, columns: [String], decoder: TextDecoder, escapes: CellEscapes?,
        leavingOut leftOut: Set<Int> = []
    ) {
        self.form = form
        self.leftOut = leftOut
        let written = columns.indices.filter { !leftOut.contains($0) }.map { columns[$0] }
        self.columns = written
        keys = Self.keys(of: written)
        self.decoder = decoder
        self.escapes = escapes
    }

    /// Hands out what was written since the last call.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func writeHeader() {
        switch form {
        case .csv: appendRow(columns.map { Array($0.utf8) })
        case .json: bytes += Array("[".utf8)
        }
    }

    mutating func finish() {
        if form == .json { bytes += Array(isFirst ? "]\n".utf8 : "\n]\n".utf8) }
    }

    /// Appends a record.
    ///
    /// - Returns: The first byte without meaning and its column, or `nil`; it stands as U+FFFD.
    mutating func append(
        _ batch: RecordBatch, record: Int
    ) -> (byte: UInt8, column: Int)? {
        var undefined: (UInt8, Int)?
        var cells: [[UInt8]?] = []
        batch.bytes.withUnsafeBufferPointer { all in
            for column in 0..<batch.columnCount where !leftOut.contains(column) {
                let cell = batch.cells[record * batch.columnCount + column]
                guard !cell.isAbsent else {
                    cells.append(nil)
                    continue
                }
                let slice = UnsafeBufferPointer(
                    rebasing: all[cell.start..<(cell.start + cell.count)])
                switch decoded(slice, hasEscapes: cell.hasEscapes) {
                case .success(let text): cells.append(Array(text.utf8))
                case .failure(let error):
                    if undefined == nil { undefined = (error.byte, column) }
                    cells.append(Array(decoder.lossyText(of: slice).utf8))
                }
            }
        }
        switch form {
        case .csv: appendRow(cells.map { $0 ?? [] })
        case .json: appendObject(cells)
        }
        return undefined
    }

    private func decoded(
        _ slice: UnsafeBufferPointer<UInt8>, hasEscapes: Bool
    ) -> Result<String, UndefinedByte> {
        do throws(UndefinedByte) {
            return .success(try decoder.text(of: slice, unescaping: hasEscapes ? escapes : nil))
        } catch {
            return .failure(error)
        }
    }

    private mutating func appendRow(_ cells: [[UInt8]]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            let isQuoted = cell.contains {
                $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
            }
            guard isQuoted || (cells.count == 1 && cell.isEmpty) else {
                bytes += cell
                continue
            }
            bytes.append(0x22)
            for byte in cell {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func appendObject(_ cells: [[UInt8]?]) {
        bytes += Array((isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        bytes.append(0x7B)
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes += [0x2C, 0x20] }
            appendString(Array(keys[place].utf8))
            bytes += [0x3A, 0x20]
            if let cell { appendString(cell) } else { bytes += Array("null".utf8) }
        }
        bytes.append(0x7D)
    }

    private mutating func appendString(_ text: [UInt8]) {
        bytes.append(0x22)
        for byte in text {
            switch byte {
            case 0x22: bytes += [0x5C, 0x22]
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes += Array("\\u00\(hex.count < 2 ? "0" : "")\(hex)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
