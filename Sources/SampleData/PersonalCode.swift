/// Makes personal codes that cannot be anyone's, because their check digit is wrong.
struct PersonalCodes {
    private var used: Set<String> = []

    /// Returns a new code of the old type: birth date, century, serial number, a wrong check digit.
    mutating func next(born: Day, century: Int, _ random: inout SplitMix64) -> String {
        let (year, month, day) = born.parts
        return unused(prefix: padded(day) + padded(month) + padded(year % 100) + "\(century)") {
            padded(random.below(1_000), to: 3)
        }
    }

    /// Returns a new code of the type in use since July 2017, which says nothing of the birth date.
    mutating func nextOfNewType(_ random: inout SplitMix64) -> String {
        unused(prefix: "32") { padded(random.below(100_000_000), to: 8) }
    }

    private mutating func unused(prefix: String, serial: () -> String) -> String {
        while true {
            let digits = prefix + serial()
            guard let right = Self.checkDigit(of: digits) else { continue }
            let code = digits + "\((right + 3) % 10)"
            if used.insert(code).inserted { return code }
        }
    }

    /// Returns the right check digit for ten digits, or `nil` when no single digit is right.
    static func checkDigit(of digits: String) -> Int? {
        let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits.utf8).reduce(0) { $0 + $1.0 * Int($1.1 - 0x30) }
        let rest = ((1 - sum) % 11 + 11) % 11
        return rest == 10 ? nil : rest
    }

    /// Returns a code as people write it, `010107-21234`.
    static func hyphenated(_ code: String) -> String { code.prefix(6) + "-" + code.dropFirst(6) }
}
