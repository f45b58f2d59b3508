/// A pattern of a definition that is nothing but signs and classes of signs, each as often as it says.
///
/// Such a pattern, as `[0-9]{6}-[0-9]{5}`, is matched byte by byte; it matches the very texts that the regular
/// expression does. Every other pattern is left to the regular expression.
struct PlainPattern {
    /// A class of ASCII signs, one bit a sign.
    private struct SignClass {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        mutating func insert(_ sign: UInt8) {
            if sign < 64 { low |= 1 << UInt64(sign) } else { high |= 1 << UInt64(sign - 64) }
        }

        func contains(_ sign: UInt8) -> Bool {
            sign < 128 && (sign < 64 ? low >> UInt64(sign) : high >> UInt64(sign - 64)) & 1 == 1
        }
    }

    /// The class of each sign of the text.
    private var classes: [SignClass] = []

    private static let mostSigns = 200

    /// Creates a pattern, or returns `nil` when it is not of this simple kind.
    init?(_ pattern: String) {
        var rest = Array(pattern.utf8)[...]
        while !rest.isEmpty {
            guard let signs = Self.takeClass(&rest), let count = Self.takeCount(&rest),
                classes.count + count <= Self.mostSigns
            else { return nil }
            classes += Array(repeating: signs, count: count)
        }
    }

    /// Whether a whole text is of the pattern.
    func matches(_ text: String) -> Bool {
        text.utf8.count == classes.count
            && zip(text.utf8, classes).allSatisfy { sign, signs in signs.contains(sign) }
    }

    private static func takeClass(_ rest: inout ArraySlice<UInt8>) -> SignClass? {
        var signs = SignClass()
        guard let first = rest.popFirst() else { return nil }
        switch first {
        case UInt8(ascii: "["):
            guard takeMembers(&rest, into: &signs) else { return nil }
        case UInt8(ascii: "\\"):
            guard let escaped = rest.popFirst(), escapable.contains(escaped) else { return nil }
            signs.insert(escaped)
        case _ where isPlain(first): signs.insert(first)
        default: return nil
        }
        return signs
    }

    private static func takeMembers(
        _ rest: inout ArraySlice<UInt8>, into signs: inout SignClass
    ) -> Bool {
        var isEmpty = true
        while let sign = rest.popFirst() {
            if sign == UInt8(ascii: "]") { return !isEmpty }
            guard isAlphanumeric(sign) else { return false }
            isEmpty = false
            guard rest.first == UInt8(ascii: "-") else {
                signs.insert(sign)
                continue
            }
            rest.removeFirst()
            guard let last = rest.popFirst(), isAlphanumeric(last), last >= sign else {
                return false
            }
            for member in sign...last { signs.insert(member) }
        }
        return false
    }

    /// Takes how often a class stands in a row, once where nothing is said.
    private static func takeCount(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: "{") else { return 1 }
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let digits = rest[(rest.startIndex + 1)..<end]
        guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy(isDigit) else { return nil }
        rest = rest[(end + 1)...]
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static let escapable = Array(".-+/()[]{}".utf8)

    /// Whether a sign stands for itself wherever it stands.
    private static func isPlain(_ sign: UInt8) -> Bool {
        isAlphanumeric(sign) || Array("-/:_ ,;".utf8).contains(sign)
    }

    private static func isDigit(_ sign: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign)
    }

    private static func isAlphanumeric(_ sign: UInt8) -> Bool {
        isDigit(sign) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(sign)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(sign)
    }
}
