/// Where the rows and cells of a delimited text lie, whatever the rows are: titles, headers, records,
/// notes and rows with faults.
///
/// The rows are those of a ``DelimitedInspection``, line by line.
public struct DelimitedLayout: Sendable {
    /// A row.
    public struct Row: Sendable {
        /// The physical line on which it begins, from 1.
        public let line: Int
        /// All bytes of the row, its line end included.
        public let bytes: Range<Int>
        /// The bytes of its cells, without the quotes around them.
        public let cells: [Range<Int>]
    }

    private let text: [UInt8]
    private let scanner: DelimitedScanner

    /// Lays out the bytes of a ``LosslessText`` as a dialect cuts them.
    public init(_ text: [UInt8], options: DelimitedOptions) {
        self.text = text
        scanner = DelimitedScanner(options)
    }

    /// Calls a function with each row, in the order of the text.
    public func forEachRow(_ body: (Row) -> Void) {
        text.withUnsafeBufferPointer { bytes in
            var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            var line = 1
            var slices: [CellSlice] = []
            while start < bytes.count {
                slices.removeAll(keepingCapacity: true)
                guard
                    case .record(let next, let end, let lines, let fault) = scanner.scanRecord(
                        in: bytes, from: start, isFinal: true, cells: &slices)
                else { return }
                let cells =
                    fault == nil || !slices.isEmpty
                    ? slices.map { $0.start..<($0.start + $0.count) }
                    : pieces(of: bytes, start..<end)
                body(Row(line: line, bytes: start..<next, cells: cells))
                line += lines
                start = next
            }
        }
    }

    /// Cuts a line whose quote never closes at every delimiter.
    private func pieces(
        of bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = line.lowerBound
        for place in line where bytes[place] == scanner.delimiter {
            pieces.append(start..<place)
            start = place + 1
        }
        pieces.append(start..<line.upperBound)
        return pieces.map { piece in
            let hasQuote = !piece.isEmpty && bytes[piece.lowerBound] == scanner.quote
            return hasQuote ? (piece.lowerBound + 1)..<piece.upperBound : piece
        }
    }
}
