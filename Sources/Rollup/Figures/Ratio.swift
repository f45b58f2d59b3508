/// An exact value: a whole number, or a quotient that is rounded once, when it is shown.
public struct Ratio: Hashable, Sendable {
    let numerator: Int
    let denominator: Int

    /// A whole number.
    init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// A quotient, or `nil` when there is nothing to divide by.
    init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        self.numerator = denominator < 0 ? -numerator : numerator
        self.denominator = abs(denominator)
    }

    var isZero: Bool { numerator == 0 }

    /// The value with a number of decimals, rounded half away from zero.
    func rounded(decimals: Int) -> FigureValue {
        Self.rounded(Int128(numerator), over: Int128(denominator), decimals: decimals)
    }

    /// What is left of the first value after the second, rounded once.
    static func difference(_ first: Ratio, _ second: Ratio, decimals: Int) -> FigureValue {
        let numerator =
            Int128(first.numerator) * Int128(second.denominator) - Int128(second.numerator)
            * Int128(first.denominator)
        return rounded(
            numerator, over: Int128(first.denominator) * Int128(second.denominator),
            decimals: decimals)
    }

    private static func rounded(_ numerator: Int128, over denominator: Int128, decimals: Int)
        -> FigureValue
    {
        let scale: Int128 = decimals == 0 ? 1 : 10
        let doubled = 2 * numerator.magnitude * scale.magnitude + denominator.magnitude
        let magnitude = Int(doubled / (2 * denominator.magnitude))
        return FigureValue(scaled: numerator < 0 ? -magnitude : magnitude, decimals: decimals)
    }
}

/// A value as it is shown: an integer, or an integer of tenths.
public struct FigureValue: Hashable, Sendable, CustomStringConvertible {
    /// The value, times ten when there is a decimal.
    public let scaled: Int
    /// The number of decimals, 0 or 1.
    public let decimals: Int

    /// Creates a value from an integer, of tenths when there is a decimal.
    public init(scaled: Int, decimals: Int) {
        self.scaled = scaled
        self.decimals = decimals
    }

    /// Creates a value from its text, as ``description`` gives it, or returns `nil` when it is none.
    public init?(_ text: String, decimals: Int) {
        let digits = text.filter { $0 != "." }
        guard let scaled = Int(digits),
            FigureValue(scaled: scaled, decimals: decimals).description == text
        else { return nil }
        self.init(scaled: scaled, decimals: decimals)
    }

    /// The value with a decimal point, `-1.5` or `35`.
    public var description: String { text(decimalMark: ".") }

    /// Returns the value as text with a decimal mark and no thousands marks.
    public func text(decimalMark: String) -> String {
        guard decimals > 0 else { return String(scaled) }
        let (whole, tenths) = scaled.magnitude.quotientAndRemainder(dividingBy: 10)
        return (scaled < 0 ? "-" : "") + String(whole) + decimalMark + String(tenths)
    }
}
