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
        bytes.reserveCapacity(bytes.count + 16 * names.count * table.rowCount)
        // Each cell of a key is quoted once, however many rows it stands in.
        let keys = table.keys.map { key in (key.cells.map(Self.text), key.places) }
        let amounts = table.amounts.map { ($0, ExtractAmountText($0)) }
        for row in 0..<table.rowCount {
            for (place, (cells, places)) in keys.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += cells[Int(places[row])]
            }
            for (amount, text) in amounts {
                bytes.append(UInt8(ascii: ","))
                text.append(amount.values[row], to: &bytes)
            }
            bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
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
    private let divisor: UInt
    private let decimals: Int
    private let scale: UInt

    init(_ amount: ExtractedTable.Amount) {
        divisor = UInt(amount.divisor)
        decimals = amount.decimals
        scale = (0..<amount.decimals).reduce(1) { scale, _ in 10 * scale }
    }

    func append(_ value: Int, to bytes: inout [UInt8]) {
        var whole = value.magnitude / divisor
        let rest = value.magnitude % divisor
        var fraction = (2 * rest * scale + divisor) / (2 * divisor)
        if fraction == scale {
            whole += 1
            fraction = 0
        }
        if value < 0, whole > 0 || fraction > 0 { bytes.append(UInt8(ascii: "-")) }
        append(whole, digits: 1, to: &bytes)
        guard decimals > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(fraction, digits: decimals, to: &bytes)
    }

    /// Appends a number, with noughts before it where it has fewer digits.
    private func append(_ number: UInt, digits: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || bytes.count - start < digits
        bytes[start...].reverse()
    }
}
