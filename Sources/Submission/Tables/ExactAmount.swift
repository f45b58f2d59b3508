/// An amount of money or of units, exact to four places behind the point.
///
/// Sums and products are whole-number arithmetic; nothing is ever a floating-point number. A product is
/// rounded once, half up, away from zero (esf.md, SCO-4).
public struct ExactAmount: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The amount in ten-thousandths.
    public let tenThousandths: Int

    private static let scale = 10_000

    /// Creates an amount from ten-thousandths.
    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

    /// Creates a whole amount.
    public init(_ whole: Int) { tenThousandths = whole * Self.scale }

    /// Reads text such as `-12.5`, or returns `nil` for anything else.
    public init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].utf8.count <= 14,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int(parts[0])
        else { return nil }
        var value = whole * Self.scale
        if parts.count == 2 {
            guard parts[1].utf8.count <= 4,
                let rest = Int(parts[1] + String(repeating: "0", count: 4 - parts[1].utf8.count))
            else { return nil }
            value += rest
        }
        tenThousandths = isNegative ? -value : value
    }

    /// The amount as text with a point and without zeros at its end, `12.5`.
    public var description: String {
        let magnitude = tenThousandths.magnitude
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: UInt(Self.scale))
        var text = (tenThousandths < 0 ? "-" : "") + String(whole)
        guard rest > 0 else { return text }
        let digits = String(rest)
        text += "." + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }

    /// Returns the price of a quantity in whole cents, rounded once, half up.
    ///
    /// - Parameters:
    ///   - quantity: How much, such as 120 minutes; negative for what is taken back.
    ///   - divisor: How much of it the amount is the price of, such as 60.
    /// - Returns: The price, or `nil` when it is larger than anything that occurs.
    public func price(of quantity: Int, per divisor: Int) -> ExactAmount? {
        guard divisor > 0 else { return nil }
        let (product, isOver) = tenThousandths.multipliedReportingOverflow(by: quantity)
        guard !isOver else { return nil }
        // A cent is a hundred ten-thousandths.
        let (step, isTooLong) = divisor.multipliedReportingOverflow(by: 100)
        guard !isTooLong else { return nil }
        let (cents, rest) = product.magnitude.quotientAndRemainder(dividingBy: UInt(step))
        let rounded = Int(cents) + (rest * 2 >= UInt(step) ? 1 : 0)
        return ExactAmount(tenThousandths: (product < 0 ? -rounded : rounded) * 100)
    }

    /// The sum of two amounts.
    public static func + (first: Self, second: Self) -> Self {
        Self(tenThousandths: first.tenThousandths + second.tenThousandths)
    }

    /// The amount taken back.
    public static prefix func - (amount: Self) -> Self {
        Self(tenThousandths: -amount.tenThousandths)
    }

    /// Whether one amount is less than another.
    public static func < (first: Self, second: Self) -> Bool {
        first.tenThousandths < second.tenThousandths
    }
}
