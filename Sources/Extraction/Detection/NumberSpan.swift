/// What the numbers among the cells of a column have in common.
public struct NumberSpan: Hashable, Sendable {
    /// The least of them.
    public private(set) var least: Double
    /// The greatest of them.
    public private(set) var greatest: Double
    /// Whether any is no whole number.
    public private(set) var hasFraction: Bool

    init(_ number: Double) {
        least = number
        greatest = number
        hasFraction = number != number.rounded()
    }

    /// Returns the span that has another number too.
    static func adding(_ number: Double, to span: NumberSpan?) -> NumberSpan {
        guard var span else { return NumberSpan(number) }
        span.least = min(span.least, number)
        span.greatest = max(span.greatest, number)
        span.hasFraction = span.hasFraction || number != number.rounded()
        return span
    }

    /// Returns the span of a text, or the span without it where the text is no number.
    static func adding(_ text: String, to span: NumberSpan?) -> NumberSpan? {
        number(text).map { adding($0, to: span) } ?? span
    }

    /// Reads a number with a decimal comma or point and blanks between thousands.
    static func number(_ text: String) -> Double? {
        var plain = ""
        let last = text.lastIndex { $0 == "," || $0 == "." }
        for index in text.indices {
            let character = text[index]
            if character.isWhitespace || character == "'" || character == "%" { continue }
            if character == "," || character == "." {
                if index == last { plain.append(".") }
                continue
            }
            plain.append(character)
        }
        return Double(plain)
    }
}
