import CLibXML2
import Diagnostics

/// The records of a table that are ready, and the one whose element is open.
///
/// All records of a table stand at the same depth, so no two of them are open at a time.
struct XMLTableRows: ~Copyable {
    var batch: RecordBatch
    private(set) var isOpen = false
    /// What the schema finds wrong in the open record.
    var remarks: [RecordRemark] = []
    /// The columns for which the open record has more than one value, each at the second of them.
    private(set) var repeated: [(column: Int, line: Int, byte: Int)] = []

    private let columnCount: Int
    /// The columns that take attributes of the elements around the record.
    private let borrowed: [Int]
    private var line = 0
    private var byte = 0
    /// The text of the open record, and where in the batch it will begin.
    private var text = XMLTextBuffer()
    private var base = 0
    /// The cells of the open record as slices of the batch, and the offsets of their elements.
    private let cells: UnsafeMutablePointer<CellSlice>
    private let offsets: UnsafeMutablePointer<Int>
    /// Where the text of a column that is being read begins in the text of the record.
    private let starts: UnsafeMutablePointer<Int>
    /// The number of columns being read, and where the first of them begins.
    private var reading = 0
    private var firstStart = 0
    /// Attributes met while text is being read, with which they must not mix.
    private var held = XMLTextBuffer()
    private var heldCells: [(column: Int, end: Int)] = []

    /// What each record borrows: slices of the texts that the elements around lend, and the same as slices
    /// of the batch, which all records between the same elements share.
    private let lent: UnsafeMutablePointer<CellSlice>
    private let lentOffsets: UnsafeMutablePointer<Int>
    private let shared: UnsafeMutablePointer<CellSlice>
    private var isShared = false

    init(_ number: Int, _ table: XMLTable, scale: OffsetScale) {
        let count = table.columns.count
        columnCount = count
        batch = RecordBatch(table: number, columnCount: count, bytes: [], scale: scale)
        borrowed = table.columns.indices.filter { table.columns[$0].up > 0 }
        cells = .allocate(capacity: count)
        lent = .allocate(capacity: count)
        shared = .allocate(capacity: count)
        offsets = .allocate(capacity: count)
        starts = .allocate(capacity: count)
        lentOffsets = .allocate(capacity: count)
        lent.initialize(repeating: .absent, count: count)
        shared.initialize(repeating: .absent, count: count)
        lentOffsets.initialize(repeating: 0, count: count)
    }

    deinit {
        for slices in [cells, lent, shared] { slices.deallocate() }
        for places in [offsets, starts, lentOffsets] { places.deallocate() }
    }

    // MARK: - What elements around lend

    /// Learns what an element around records lends to a column, or that it lends nothing.
    mutating func lend(_ slice: CellSlice, to column: Int, at byte: Int) {
        lent[column] = slice
        lentOffsets[column] = byte
        isShared = false
    }

    /// Puts what is lent into the batch, once for all records that share it.
    private mutating func share(_ texts: borrowing XMLTextBuffer) {
        isShared = true
        for column in borrowed where !lent[column].isAbsent {
            let slice = lent[column]
            let start = batch.bytes.count
            batch.bytes.append(
                contentsOf: UnsafeBufferPointer(
                    start: texts.start + slice.start, count: slice.count))
            shared[column] = CellSlice(start: start, end: batch.bytes.count)
        }
    }

    // MARK: - The open record

    /// Begins a record.
    ///
    /// - Parameters:
    ///   - place: Where its element begins.
    ///   - texts: The texts that the elements around lend.
    mutating func begin(at place: (line: Int, byte: Int), _ texts: borrowing XMLTextBuffer) {
        if !isShared { share(texts) }
        isOpen = true
        (line, byte) = place
        base = batch.bytes.count
        text.cut(at: 0)
        if !repeated.isEmpty { repeated.removeAll() }
        cells.update(repeating: .absent, count: columnCount)
        offsets.update(repeating: place.byte, count: columnCount)
        for column in borrowed where !lent[column].isAbsent {
            cells[column] = shared[column]
            offsets[column] = lentOffsets[column]
        }
    }

    /// Begins to read the text of an element into a column.
    @inline(__always)
    mutating func beginText(_ column: Int, at place: (line: Int, byte: Int)) {
        if !cells[column].isAbsent { noteRepeated(column, at: place) }
        offsets[column] = place.byte
        starts[column] = text.count
        if reading == 0 { firstStart = text.count }
        reading += 1
    }

    /// Adds text to the columns being read.
    ///
    /// - Returns: The number of bytes read since the first of them began.
    @inline(__always)
    mutating func appendText(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
        text.append(bytes, count: count)
        return text.count - firstStart
    }

    /// Ends the text of a column.
    ///
    /// - Returns: Whether no column is being read any more.
    @inline(__always)
    mutating func endText(_ column: Int) -> Bool {
        cells[column] = CellSlice(start: base + starts[column], end: base + text.count)
        reading -= 1
        guard reading == 0 else { return false }
        if !heldCells.isEmpty { takeHeld() }
        return true
    }

    /// Notes that an element within the record is where a column looks for an attribute.
    @inline(__always)
    mutating func place(_ column: Int, at byte: Int) { offsets[column] = byte }

    /// Reads the value of an attribute into a column.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - value: The value as it stands in the file.
    ///   - place: Where the attribute's element begins.
    @inline(__always)
    mutating func setAttribute(
        _ column: Int, to value: UnsafeBufferPointer<xmlChar>, at place: (line: Int, byte: Int)
    ) {
        if !cells[column].isAbsent { noteRepeated(column, at: place) }
        guard reading == 0 else {
            if heldCells.contains(where: { $0.column == column }) {
                noteRepeated(column, at: place)
            }
            XMLAttributeValues.append(value, to: &held)
            heldCells.append((column, held.count))
            return
        }
        let start = text.count
        XMLAttributeValues.append(value, to: &text)
        cells[column] = CellSlice(start: base + start, end: base + text.count)
    }

    private mutating func noteRepeated(_ column: Int, at place: (line: Int, byte: Int)) {
        guard !repeated.contains(where: { $0.column == column }) else { return }
        repeated.append((column, place.line, place.byte))
    }

    private mutating func takeHeld() {
        var start = 0
        for (column, end) in heldCells {
            let first = text.count
            text.append(held.start + start, count: end - start)
            cells[column] = CellSlice(start: base + first, end: base + text.count)
            start = end
        }
        held.cut(at: 0)
        heldCells.removeAll(keepingCapacity: true)
    }

    /// Ends the open record and adds it to the batch.
    mutating func endRecord(at end: Int) {
        isOpen = false
        batch.bytes.append(contentsOf: text.bytes)
        batch.cells.append(contentsOf: UnsafeBufferPointer(start: cells, count: columnCount))
        batch.cellOffsets.append(
            contentsOf: UnsafeBufferPointer(start: offsets, count: columnCount))
        if !remarks.isEmpty {
            for var remark in remarks {
                remark.record = batch.records.count
                batch.add(remark)
            }
            remarks.removeAll()
        }
        batch.records.append(
            RecordPlace(line: line, byte: byte, length: end - byte, start: base))
    }

    // MARK: - The batch

    /// Adds a record that cannot be used.
    mutating func addFaulty(
        line: Int, byte: Int, rule: Rule, details: [String: String]
    ) {
        let record = batch.records.count
        batch.records.append(RecordPlace(line: line, byte: byte, length: 0, start: 0))
        batch.cells.append(contentsOf: repeatElement(.absent, count: columnCount))
        batch.cellOffsets.append(contentsOf: repeatElement(byte, count: columnCount))
        batch.faults.append(
            RecordFault(record: record, rule: rule, column: nil, byte: byte, details: details))
    }

    /// Whether there are so many records or findings ready.
    func holds(_ count: Int) -> Bool {
        max(batch.records.count, batch.remarks.count, batch.ignored.count) >= count
    }

    /// Returns the batch and begins another, to which the open record goes over.
    ///
    /// - Parameter texts: The texts that the elements around lend.
    mutating func takeBatch(_ texts: borrowing XMLTextBuffer) -> RecordBatch {
        let full = batch
        batch = RecordBatch(
            table: full.table, columnCount: columnCount, bytes: [], scale: full.scale)
        // The next is as large, and need not grow to it.
        batch.cells.reserveCapacity(full.cells.count)
        batch.cellOffsets.reserveCapacity(full.cells.count)
        batch.records.reserveCapacity(full.records.count)
        batch.bytes.reserveCapacity(full.bytes.count)
        isShared = false
        guard isOpen else { return full }
        share(texts)
        let moved = batch.bytes.count - base
        base += moved
        for column in 0..<columnCount where !cells[column].isAbsent {
            let cell = cells[column]
            cells[column] = CellSlice(
                start: cell.start + moved, end: cell.start + cell.count + moved)
        }
        for column in borrowed where !lent[column].isAbsent { cells[column] = shared[column] }
        return full
    }
}
