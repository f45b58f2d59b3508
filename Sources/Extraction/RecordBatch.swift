public import Diagnostics

/// Some records of one table of a file, as slices of bytes.
///
/// Every record has one cell for each column of its table, so the cells form a rectangle. A record
/// that cannot be read stands in the batch with empty cells and a fault.
public struct RecordBatch: Sendable {
    /// Which table of the file: 0 in a delimited file, the place among the tables asked for in XML.
    public let table: Int
    /// The number of cells of each record.
    public let columnCount: Int
    /// The bytes that the cells are slices of.
    public internal(set) var bytes: [UInt8]
    /// The cells, record by record.
    public internal(set) var cells: [CellSlice] = []
    /// The records, in the order of the file.
    public internal(set) var records: [RecordPlace] = []
    /// What keeps records from being used, in the order of the records.
    public internal(set) var faults: [RecordFault] = []
    /// What is found in records that can be read, in the order of the records; what concerns no
    /// record comes first.
    public internal(set) var remarks: [RecordRemark] = []
    /// Rows that are not records and are left out by rule.
    public internal(set) var ignored: [IgnoredRow] = []
    /// The offset in the file of each cell, where it does not follow from the record's.
    var cellOffsets: [Int] = []
    let scale: OffsetScale

    init(table: Int, columnCount: Int, bytes: [UInt8], scale: OffsetScale) {
        self.table = table
        self.columnCount = columnCount
        self.bytes = bytes
        self.scale = scale
    }

    /// Adds a remark in its place: before those on records when it concerns none.
    mutating func add(_ remark: RecordRemark) {
        guard remark.record == nil else { return remarks.append(remark) }
        remarks.insert(remark, at: remarks.firstIndex { $0.record != nil } ?? remarks.endIndex)
    }

    /// Returns the offset of a cell in the file as sent.
    public func byteOffset(record: Int, column: Int) -> Int {
        let place = records[record]
        let index = record * columnCount + column
        if !cellOffsets.isEmpty { return cellOffsets[index] }
        let cell = cells[index]
        guard cell.start >= place.start else { return place.byte }
        return place.byte
            + scale.length(of: bytes[place.start..<cell.start], count: cell.start - place.start)
    }
}

extension RecordBatch {
    /// Returns the bytes of a record of a sheet, whose text is nowhere but in the batch.
    public func sheetBytes(ofRecord record: Int) -> ArraySlice<UInt8> {
        let place = records[record]
        let start = min(place.start, bytes.count)
        return bytes[start..<min(start + place.length, bytes.count)]
    }

    /// Returns how many bytes of the file as sent the first bytes of a cell stand for.
    public func sentLength(ofFirst count: Int, record: Int, column: Int) -> Int {
        let cell = cells[record * columnCount + column]
        let end = min(cell.start + count, cell.start + cell.count)
        guard !cell.isAbsent, end > cell.start else { return 0 }
        return scale.length(of: bytes[cell.start..<end], count: end - cell.start)
    }
}

/// Where a cell lies in the bytes of its batch.
public struct CellSlice: Sendable, Hashable {
    private let packed: UInt64

    /// Creates a slice.
    ///
    /// - Parameters:
    ///   - start: The first byte.
    ///   - end: The byte after the last.
    ///   - hasEscapes: Whether a quote stands within that is escaped.
    init(start: Int, end: Int, hasEscapes: Bool = false) {
        packed =
            UInt64(truncatingIfNeeded: start) << 32
            | UInt64(truncatingIfNeeded: end - start) << 1 | (hasEscapes ? 1 : 0)
    }

    /// A cell that is not there, which is not the same as an empty one.
    static let absent = CellSlice(start: 0, end: 0, hasEscapes: true)

    /// Whether there is no cell.
    public var isAbsent: Bool { self == .absent }

    /// The first byte.
    public var start: Int { Int(packed >> 32) }
    /// The number of bytes.
    public var count: Int { Int(packed >> 1 & 0x7FFF_FFFF) }
    /// Whether a quote stands within that is escaped.
    public var hasEscapes: Bool { packed & 1 == 1 }
}

/// Where a record lies in its file.
public struct RecordPlace: Sendable, Hashable {
    /// The physical line of the record's first byte, from 1.
    public let line: Int
    /// The offset of the record's first byte in the file as sent.
    public let byte: Int
    /// The number of bytes of the record in the file as sent.
    public let length: Int
    /// The first byte of the record within its batch.
    let start: Int
}

/// Why a record cannot be used.
public struct RecordFault: Sendable, Hashable {
    /// The place of the record in its batch.
    public let record: Int
    /// The rule that was hit.
    public let rule: Rule
    /// The number of the column, from 1, where it is known.
    public let column: Int?
    /// The offset in the file as sent.
    public let byte: Int
    /// The values for the rule's texts.
    public let details: [String: String]
}

/// What is found in a file or in a record that can be read all the same.
public struct RecordRemark: Sendable, Hashable {
    /// The place of the record in its batch, or `nil` when it concerns no record.
    public internal(set) var record: Int? = nil
    /// The rule that was hit.
    public let rule: Rule
    /// The physical line.
    public let line: Int
    /// The offset in the file as sent.
    public let byte: Int
    /// The number of the column, from 1, where it is known and has no path.
    public internal(set) var column: Int? = nil
    /// The path of the element or attribute, where it is known.
    public let columnName: String?
    /// The values for the rule's texts.
    public let details: [String: String]
}

/// A row that is left out by rule, or the blank rows of a sheet between two that are not.
public struct IgnoredRow: Sendable, Hashable {
    /// The physical line.
    public let line: Int
    /// The offset in the file as sent.
    public let byte: Int
    /// The rule.
    public private(set) var rule: Rule
    /// The number of rows.
    public private(set) var count = 1
    /// The values for the rule's texts.
    public private(set) var details: [String: String] = [:]

    init(line: Int, byte: Int, rule: Rule, details: [String: String] = [:]) {
        self.line = line
        self.byte = byte
        self.rule = rule
        self.details = details
    }

    /// Returns the rows without some of them, which are counted elsewhere.
    public func narrowed(by others: Int) -> IgnoredRow {
        var row = self
        row.count -= others
        if row.details["count"] != nil { row.details["count"] = "\(row.count)" }
        return row
    }

    /// Returns the blank rows from here to a row.
    ///
    /// - Parameters:
    ///   - last: The line of the last of them.
    ///   - several: The rule for more than one.
    func widened(to last: Int, by several: Rule) -> IgnoredRow {
        guard last > line else { return self }
        var gap = self
        gap.count = last - line + 1
        gap.rule = several
        gap.details = ["count": "\(gap.count)", "last": "\(last)"]
        return gap
    }
}

/// Hands out the records of a file batch by batch.
public protocol RecordReader: ~Copyable {
    /// Returns the next records, or `nil` at the end of the file.
    ///
    /// - Throws: ``FileError`` or ``FileRefusal``.
    mutating func nextBatch() throws -> RecordBatch?
}

/// Why a file cannot be read on as a whole.
public struct FileRefusal: Error, Hashable {
    /// The rule that was hit.
    public let rule: Rule
    /// The physical line, from 1; 0 when it concerns the whole file.
    public let line: Int
    /// The offset in the file as sent, where it is known.
    public let byte: Int?
    /// The number of the column or the path of the element, where it is known.
    public let columnName: String?
    /// The values for the rule's texts.
    public let details: [String: String]
    /// The sheet of a workbook that the line is a row of, as messages may show it, or `nil`.
    public let sheet: String?

    /// Creates a refusal.
    public init(
        _ rule: Rule, line: Int = 0, byte: Int? = nil, columnName: String? = nil,
        details: [String: String] = [:], sheet: String? = nil
    ) {
        self.rule = rule
        self.line = line
        self.byte = byte
        self.columnName = columnName
        self.details = details
        self.sheet = sheet
    }

    /// Returns the refusal with its place on a sheet, whose text has offsets that nobody sees.
    func onSheet(_ name: String?, knowing words: KnownWords) -> FileRefusal {
        guard let name, line > 0 else { return self }
        return FileRefusal(
            rule, line: line, columnName: columnName, details: details,
            sheet: ShownText(name, knowing: words).text)
    }
}
