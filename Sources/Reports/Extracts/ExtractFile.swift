public import Rollup

/// A table of an extract as the file that it becomes: CSV by RFC 4180, in UTF-8.
public struct ExtractFile {
    private let table: ExtractedTable

    /// Takes a table.
    public init(of table: ExtractedTable) {
        self.table = table
    }

    /// The name of the file.
    public var name: String { "\(table.file).csv" }

    /// The bytes of the file; the same figures give the same bytes.
    public var bytes: [UInt8] {
        let names = table.keys.map(\.name) + table.amounts.map(\.name)
        var bytes = Array(DelimitedText(columns: names).text.utf8)
        // Each cell of a key is quoted once, however many rows it stands in.
        let keys = table.keys.map { key in (cells: key.cells.map(Self.text), places: key.places) }
        let amounts = table.amounts.map { (text: ExtractAmountText($0), values: $0.values) }
        let widest =
            keys.reduce(2) { $0 + ($1.cells.map(\.count).max() ?? 0) + 1 }
            + amounts.count * (ExtractAmountText.widest + 1)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: widest) { line in
            for row in 0..<table.rowCount {
                var end = 0
                for (cells, places) in keys {
                    for byte in cells[Int(places[row])] {
                        line[end] = byte
                        end += 1
                    }
                    line[end] = UInt8(ascii: ",")
                    end += 1
                }
                for (text, values) in amounts {
                    end = text.write(values[row], to: line, at: end)
                    line[end] = UInt8(ascii: ",")
                    end += 1
                }
                // The line ends where its last comma stands.
                line[end - 1] = UInt8(ascii: "\r")
                line[end] = UInt8(ascii: "\n")
                bytes += UnsafeBufferPointer(rebasing: line[...end])
            }
        }
        return bytes
    }

    private static func text(_ cell: ExtractedTable.Cell) -> [UInt8] {
        switch cell {
        case .words(let words): Array(DelimitedText.quoted(words).utf8)
        case .number(let number): Array("\(number)".utf8)
        case .nothing: []
        }
    }
}

/// Writes the values of an amount, divided and rounded half away from zero, exactly.
struct ExtractAmountText {
    /// The most bytes that a value takes: a sign, twenty digits, a point and six decimals.
    static let widest = 28

    private let divisor: UInt
    private let decimals: Int
    private let scale: UInt

    init(_ amount: ExtractedTable.Amount) {
        divisor = UInt(amount.divisor)
        decimals = amount.decimals
        scale = (0..<amount.decimals).reduce(1) { scale, _ in 10 * scale }
    }

    /// Writes a value and returns where it ends.
    func write(_ value: Int, to line: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var whole = value.magnitude / divisor
        let rest = value.magnitude % divisor
        var fraction = (2 * rest * scale + divisor) / (2 * divisor)
        if fraction == scale {
            whole += 1
            fraction = 0
        }
        var end = start
        if value < 0, whole > 0 || fraction > 0 {
            line[end] = UInt8(ascii: "-")
            end += 1
        }
        end = Self.write(whole, digits: 1, to: line, at: end)
        guard decimals > 0 else { return end }
        line[end] = UInt8(ascii: ".")
        return Self.write(fraction, digits: decimals, to: line, at: end + 1)
    }

    /// Writes a number, with noughts before it where it has fewer digits.
    private static func write(
        _ number: UInt, digits: Int, to line: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) -> Int {
        var count = 1
        var rest = number / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        let end = start + max(count, digits)
        rest = number
        for place in (start..<end).reversed() {
            line[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        return end
    }
}
