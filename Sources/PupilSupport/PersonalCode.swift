/// A Latvian personal code (personas kods), eleven digits.
///
/// A code of the old kind begins with the birth date and has a check digit; a code of the new kind
/// begins with 32 to 39 and tells nothing (domain facts, section 4.6).
public struct PersonalCode: Hashable, Sendable {
    /// The eleven digits without the hyphen.
    public let digits: String

    /// Creates a code from eleven digits, with or without a hyphen behind the sixth.
    ///
    /// - Returns: `nil` when the text has another form, or an old code names no day.
    public init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        for (index, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "-"), index == 6, text.utf8.count == 12 { continue }
            guard (0x30...0x39).contains(byte) else { return nil }
            digits.append(byte)
        }
        guard digits.count == 11 else { return nil }
        self.digits = String(decoding: digits, as: UTF8.self)
        guard isNewKind || birthDate != nil else { return nil }
    }

    /// Whether the code begins with 32 to 39 and so holds no birth date.
    public var isNewKind: Bool {
        values[0] == 3 && values[1] >= 2
    }

    /// The birth date that an old code holds; `nil` for a new one.
    public var birthDate: CivilDate? {
        let values = values
        guard !isNewKind, values[6] <= 2 else { return nil }
        return CivilDate(
            year: 1800 + values[6] * 100 + values[4] * 10 + values[5],
            month: values[2] * 10 + values[3], day: values[0] * 10 + values[1])
    }

    /// Whether the last digit is the check digit that the first ten ask for.
    public var hasValidCheckDigit: Bool {
        let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
        return ((1 - sum) % 11 + 11) % 11 == values[10]
    }

    private var values: [Int] { digits.utf8.map { Int($0) - 0x30 } }
}
