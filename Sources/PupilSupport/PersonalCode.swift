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
    public init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Creates a code from eleven digits, with or without a hyphen behind the sixth.
    ///
    /// - Returns: `nil` when the text has another form, or an old code names no day.
    public init?(_ text: String) {
        let hasHyphen = text.utf8.count == 12
        guard hasHyphen || text.utf8.count == 11 else { return nil }
        let digits = String(unsafeUninitializedCapacity: 11) { digits in
            var count = 0
            for (index, byte) in text.utf8.enumerated() {
                if hasHyphen, index == 6, byte == UInt8(ascii: "-") { continue }
                guard (0x30...0x39).contains(byte), count < 11 else { return 0 }
                digits.initializeElement(at: count, to: byte)
                count += 1
            }
            return count
        }
        guard digits.utf8.count == 11 else { return nil }
        self.digits = digits
        guard isNewKind || birthDate != nil else { return nil }
    }

    /// Whether the code begins with 32 to 39 and so holds no birth date.
    public var isNewKind: Bool { withValues(Self.isNewKind) }

    private static func isNewKind(_ values: Values) -> Bool { values[0] == 3 && values[1] >= 2 }

    /// The birth date that an old code holds; `nil` for a new one.
    public var birthDate: CivilDate? {
        withValues { values in
            guard !Self.isNewKind(values), values[6] <= 2 else { return nil }
            return CivilDate(
                year: 1800 + values[6] * 100 + values[4] * 10 + values[5],
                month: values[2] * 10 + values[3], day: values[0] * 10 + values[1])
        }
    }

    /// Whether the last digit is the check digit that the first ten ask for.
    public var hasValidCheckDigit: Bool {
        withValues { values in
            var sum = 0
            for index in Self.weights.indices { sum += Self.weights[index] * values[index] }
            return ((1 - sum) % 11 + 11) % 11 == values[10]
        }
    }

    private static let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    /// The digits as numbers, without an array: a national file has a code for each of its pupils.
    private struct Values {
        let bytes: UnsafeBufferPointer<UInt8>

        subscript(index: Int) -> Int { Int(bytes[index]) - 0x30 }
    }

    private func withValues<Result>(_ body: (Values) -> Result) -> Result {
        var digits = digits
        return digits.withUTF8 { body(Values(bytes: $0)) }
    }
}
