import Diagnostics
import Extraction

/// All that a reader hands out for a file, in a form that can be compared.
struct ReadOutcome: Equatable {
    /// A record as it must be whatever the size of the blocks.
    struct Record: Equatable {
        let table: Int
        let place: [Int]
        /// The bytes of the cells; `nil` for a cell that is not there.
        let cells: [[UInt8]?]
        let cellBytes: [Int]
        let fault: Fault?
    }

    struct Fault: Equatable {
        let code: String
        let place: [Int?]
        let details: [String: String]
    }

    var columns: [String] = []
    var records: [Record] = []
    var ignored: [[Int]] = []
    var refusal: FileRefusal?

    /// Reads all batches of a reader.
    mutating func read(_ next: () throws -> RecordBatch?) {
        do {
            while let batch = try next() { append(batch) }
        } catch {
            refused(error)
        }
    }

    /// Notes why a reader ended early; everything but a refusal of the file is a fault of the reader.
    mutating func refused(_ error: any Error) {
        refusal = error as? FileRefusal
        Invariant.holds(refusal != nil, "the reader threw \(error)")
    }

    private mutating func append(_ batch: RecordBatch) {
        Invariant.holds(
            batch.cells.count == batch.records.count * batch.columnCount,
            "\(batch.cells.count) cells for \(batch.records.count) x \(batch.columnCount)")
        var faults: [Int: Fault] = [:]
        for fault in batch.faults {
            Invariant.holds(
                batch.records.indices.contains(fault.record), "a fault belongs to a record")
            faults[fault.record] = Fault(
                code: fault.rule.code, place: [fault.byte, fault.column], details: fault.details)
            // The texts of a finding are made of its details, which must all be there.
            _ = fault.rule.summary
        }
        for (index, place) in batch.records.enumerated() {
            let columns = 0..<batch.columnCount
            records.append(
                Record(
                    table: batch.table, place: [place.line, place.byte, place.length],
                    cells: columns.map { batch.bytes(record: index, column: $0) },
                    cellBytes: columns.map { batch.byteOffset(record: index, column: $0) },
                    fault: faults[index]))
        }
        ignored += batch.ignored.map { [$0.line, $0.byte] }
    }

    /// Whether the outcome is that of the file read in one block; where a file is refused in its midst,
    /// larger blocks hand out fewer of the records before.
    func agrees(with whole: ReadOutcome) -> Bool {
        guard refusal == whole.refusal, columns == whole.columns else { return false }
        guard refusal != nil else { return self == whole }
        return records.starts(with: whole.records) && ignored.starts(with: whole.ignored)
    }
}

extension RecordBatch {
    fileprivate func bytes(record: Int, column: Int) -> [UInt8]? {
        let cell = cells[record * columnCount + column]
        guard !cell.isAbsent else { return nil }
        Invariant.holds(
            cell.start + cell.count <= bytes.count,
            "a cell of \(cell.count) bytes at \(cell.start) of \(bytes.count)")
        return Array(bytes[cell.start..<(cell.start + cell.count)])
    }
}
