/// How the value of a cell is written in a sheet.
enum CellKind {
    case number
    /// The number of a shared text.
    case sharedString
    case boolean
    /// A day as ISO 8601, which the strict edition of the standard knows.
    case date
    /// Text: of a formula, of the cell itself, the name of an error, or of a kind unknown.
    case text

    init(_ name: UnsafeBufferPointer<UInt8>) {
        if name.elementsEqual("s".utf8) {
            self = .sharedString
        } else if name.elementsEqual("n".utf8) {
            self = .number
        } else if name.elementsEqual("b".utf8) {
            self = .boolean
        } else if name.elementsEqual("d".utf8) {
            self = .date
        } else {
            self = .text
        }
    }
}

/// Turns the values of cells into cells of delimited text.
struct CellWriter {
    /// What each style makes of a number.
    let formats: [CellFormat]
    let isDate1904: Bool
    /// The byte between the whole part and the fraction of a number.
    let decimalMark: UInt8

    /// Appends a value, which is not that of a shared text.
    func append(
        _ value: UnsafeBufferPointer<UInt8>, kind: CellKind, style: Int, to output: inout [UInt8]
    ) {
        switch kind {
        case .number: appendNumber(Self.trimmed(value), style: style, to: &output)
        case .boolean:
            switch String(decoding: Self.trimmed(value), as: UTF8.self) {
            case "1", "true": output.append(contentsOf: "TRUE".utf8)
            case "0", "false": output.append(contentsOf: "FALSE".utf8)
            default: EscapedText.appendCell(value, to: &output)
            }
        case .date: appendDate(Self.trimmed(value), to: &output)
        case .text, .sharedString:
            var text = Array(value)
            EscapedText.decode(&text)
            text.withUnsafeBufferPointer { EscapedText.appendCell($0, to: &output) }
        }
    }

    private func appendNumber(
        _ value: UnsafeBufferPointer<UInt8>, style: Int, to output: inout [UInt8]
    ) {
        let format = style < formats.count ? formats[style] : .number
        guard format != .number || !CellNumber.isPlain(value) else {
            return appendDecimal(value, to: &output)
        }
        guard let number = CellNumber.plain(value) else {
            return EscapedText.appendCell(value, to: &output)
        }
        switch format {
        case .number: break
        case .digits(let pattern):
            guard number.allSatisfy({ (0x30...0x39).contains($0) }) else { break }
            var text: [UInt8] = []
            number.withUnsafeBufferPointer { pattern.append($0, to: &text) }
            return text.withUnsafeBufferPointer { EscapedText.appendCell($0, to: &output) }
        case .date, .time, .dateAndTime, .duration:
            // Excel shows hashes for what is no day; the number tells more.
            guard let date = SerialDate(number, isDate1904: isDate1904) else { break }
            return date.append(as: format, to: &output)
        }
        number.withUnsafeBufferPointer { appendDecimal($0, to: &output) }
    }

    private func appendDecimal(
        _ number: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        let point = UInt8(ascii: ".")
        guard decimalMark != point, number.contains(point) else {
            return output.append(contentsOf: number)
        }
        let text = number.map { $0 == point ? decimalMark : $0 }
        text.withUnsafeBufferPointer { EscapedText.appendCell($0, to: &output) }
    }

    /// Appends `2019-05-31T13:30:00` as a format would show it; any other text as it stands.
    private func appendDate(
        _ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        let shape = value.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
        let day = "0000-00-00"
        let isTimed = ["", ":00", ":00.000"].contains {
            shape.elementsEqual("\(day)T00:00\($0)".utf8)
        }
        guard isTimed else { return EscapedText.appendCell(value, to: &output) }
        output.append(contentsOf: value[..<10])
        let hasSeconds = value.count >= 19 && !value[17..<19].elementsEqual("00".utf8)
        guard hasSeconds || !value[11..<16].elementsEqual("00:00".utf8) else { return }
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: value[11..<(hasSeconds ? 19 : 16)])
    }

    /// Returns a value without the blanks that a program may set around it for the eye.
    static func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = value.count
        while start < end, value[start] <= 0x20 { start += 1 }
        while end > start, value[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: value[start..<end])
    }
}
