/// Counts over a whole file, piece by piece, how regular the rows are into which a dialect cuts it.
///
/// The same measure as that of ``DialectScore``, but without the cells' looks: memory does not grow with
/// the file.
struct RowRegularity {
    private let scanner: DelimitedScanner
    private var cells: [CellSlice] = []
    /// The width of the row before, and how many rows in a row have it.
    private var run = (width: 0, count: 0)
    private var rows = 0
    private var regularRows = 0
    private var explained = 0.0
    private var faultyRows = 0
    private var isPatient = true

    init(_ options: DelimitedOptions) {
        scanner = DelimitedScanner(options)
    }

    /// Counts the rows of a piece of text.
    ///
    /// - Parameters:
    ///   - bytes: What is at hand of the text.
    ///   - start: Where the first row not yet counted begins.
    ///   - isFinal: Whether the text ends with the bytes at hand.
    /// - Returns: Where the first row begins that is not whole.
    mutating func count(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool
    ) -> Int {
        var start = start
        while start < bytes.count {
            cells.removeAll(keepingCapacity: true)
            var window = bytes
            if !isPatient {
                let line = DelimitedScanner.physicalLine(in: bytes, from: start)
                guard isFinal || line.next < bytes.count else { return start }
                window = UnsafeBufferPointer(rebasing: bytes[..<line.next])
            }
            switch scanner.scanRecord(
                in: window, from: start, isFinal: isFinal || !isPatient, cells: &cells)
            {
            case .record(let next, _, _, let fault):
                add(isFaulty: fault != nil)
                start = next
            case .incomplete:
                guard bytes.count - start > DelimitedScanner.patience else { return start }
                isPatient = false
            }
        }
        return start
    }

    private mutating func add(isFaulty: Bool) {
        guard cells.contains(where: { $0.count > 0 }) else { return }
        rows += 1
        if isFaulty { faultyRows += 1 }
        if cells.count != run.width {
            endRun()
            run = (cells.count, 0)
        }
        run.count += 1
    }

    private mutating func endRun() {
        guard run.width > 1, run.count > 1 else { return }
        regularRows += run.count
        explained += Double(run.count) - 0.5
    }

    /// Ends the count.
    ///
    /// - Returns: How regular the rows are, from 0 to 1.
    mutating func finish() -> Double {
        endRun()
        guard rows > 0, regularRows > 0 else { return 0 }
        let regularity = min(1, (explained + 0.5) / Double(rows))
        let soundness = 1 - Double(faultyRows) / Double(2 * rows)
        return regularity * regularity * soundness * soundness
    }
}
