import PupilSupport

/// Invents a number for each number, and a personal code that is nobody's for each personal code.
struct TwinNumbers {
    private let forbidden: Set<String>
    private let oddCodes: Set<String>
    private var orders: [Int: [Int]] = [:]
    private var invented: [String: String] = [:]
    private var used: Set<String> = []
    private var days: TwinDays
    /// The number of personal codes replaced.
    private(set) var codeCount = 0
    /// The number of different days replaced.
    private(set) var dayCount = 0

    private static let attempts = 20

    /// Creates a source of numbers that gives none of those of a file with seven digits or more.
    ///
    /// - Parameters:
    ///   - forbidden: Those numbers.
    ///   - days: Where days move to.
    ///   - oddCodes: The personal codes whose check digit is not as that of most others.
    init(forbidden: Set<String>, days: TwinDays = TwinDays(), oddCodes: Set<String> = []) {
        self.forbidden = forbidden
        self.days = days
        self.oddCodes = oddCodes
    }

    /// Returns the digits that stand for those of a token.
    mutating func digits(
        for token: TwinTokens.Token, in text: TwinTokens, _ random: inout TwinRandom
    ) -> String {
        let digits = text.digitText(of: token.range)
        switch token.kind {
        case .word, .year: return digits
        case .number: return number(for: digits, &random)
        case .time: return time(for: digits, &random)
        case .date(let day, let month, let year):
            return date(for: digits, token, text, (day, month, year), &random)
        case .personalCode(let isShort):
            guard isShort else { return code(for: digits, &random) }
            // A spreadsheet takes the zero before a code away; other numbers of ten digits are none.
            guard PersonalCode("0\(digits)") != nil else { return number(for: digits, &random) }
            return String(code(for: "0\(digits)", &random).dropFirst())
        }
    }

    // MARK: - Numbers and times

    private mutating func number(for digits: String, _ random: inout TwinRandom) -> String {
        let zeros = digits.prefix { $0 == "0" }
        let rest = digits.dropFirst(zeros.count)
        // A few digits give nobody away, and two short numbers never become the same.
        if (1...3).contains(rest.count), let value = Int(rest) {
            return zeros + "\(short(value, digits: rest.count, &random))"
        }
        return remembered(digits, &random) { _, random in
            zeros
                + String(
                    rest.indices.map { index in
                        let least = index == rest.startIndex ? 1 : 0
                        return Character("\(Int.random(in: least...9, using: &random))")
                    })
        }
    }

    private mutating func short(
        _ value: Int, digits: Int, _ random: inout TwinRandom
    ) -> Int {
        let least = digits == 1 ? 1 : digits == 2 ? 10 : 100
        let order =
            orders[digits]
            ?? random.drawn(for: "order \(digits)") { random in
                // Each takes the place of the next in a ring, and none stays.
                let ring = Array(least..<10 * least).shuffled(using: &random)
                var order = ring
                for (number, next) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    order[number - least] = next
                }
                return order
            }
        orders[digits] = order
        return order[value - least]
    }

    private mutating func time(for digits: String, _ random: inout TwinRandom) -> String {
        remembered("\(digits):", &random) { key, random in
            let hour = Int(key.dropLast(3)) ?? 0
            // As many digits as before.
            let hours = key.count == 4 ? 0...9 : hour < 10 ? 0...9 : 10...23
            let found = Int.random(in: hours, using: &random)
            let minute = Int.random(in: 0...59, using: &random)
            return (key.count == 4 ? "\(found)" : Self.padded(found)) + Self.padded(minute)
        }
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// Returns what stands for a text, another one for each text as long as there are others.
    private mutating func remembered(
        _ key: String, _ random: inout TwinRandom,
        _ invent: (String, inout TwinRandom) -> String
    ) -> String {
        if let known = invented[key] { return known }
        let (used, forbidden) = (used, forbidden)
        let found = random.drawn(for: key) { random in
            var found = invent(key, &random)
            for attempt in 0..<Self.attempts {
                // Short numbers give nobody away, and a long file may use them up.
                let isLate = attempt > Self.attempts / 2 && found.count < 7
                if found != key, isLate || !(used.contains(found) || forbidden.contains(found)) {
                    break
                }
                found = invent(key, &random)
            }
            return found
        }
        self.used.insert(found)
        invented[key] = found
        return found
    }

    // MARK: - Days

    private mutating func date(
        for digits: String, _ token: TwinTokens.Token, _ text: TwinTokens,
        _ parts: (day: Range<Int>, month: Range<Int>, year: Range<Int>),
        _ random: inout TwinRandom
    ) -> String {
        let year = text.number(parts.year)
        let full = Self.fullYear(year, digits: parts.year.count)
        let before = text.number(parts.day)
        let day = days.day(before, month: text.number(parts.month), year: full, &random)
        if invented.updateValue("", forKey: "day \(digits)") == nil { dayCount += 1 }
        let new = parts.day.count == 2 ? Self.padded(day) : "\(day)"
        // The parts follow one another, in whatever order.
        let ordered = [parts.day, parts.month, parts.year].sorted { $0.lowerBound < $1.lowerBound }
        return ordered.map { $0 == parts.day ? new : text.digitText(of: $0) }.joined()
    }

    /// The year that two or four digits name.
    static func fullYear(_ year: Int, digits: Int) -> Int { digits == 2 ? 2000 + year : year }

    // MARK: - Personal codes

    /// The day that a code of the old kind holds.
    static func day(ofCode values: [Int]) -> (day: Int, month: Int, year: Int) {
        (
            10 * values[0] + values[1], 10 * values[2] + values[3],
            1800 + 100 * values[6] + 10 * values[4] + values[5]
        )
    }

    private mutating func code(for digits: String, _ random: inout TwinRandom) -> String {
        if let known = invented[digits] { return known }
        let values = digits.utf8.map { Int($0) - 0x30 }
        let isOdd = oddCodes.contains(digits)
        // What the days need is settled before, for it is the same for all codes of a month.
        let (before, month, year) = Self.day(ofCode: values)
        let day =
            values[0] == 3 && values[1] >= 2
            ? before : days.day(before, month: month, year: year, &random)
        let (used, forbidden) = (used, forbidden)
        let found = random.drawn(for: "code \(digits)") { random in
            var found = digits
            // Ten million numbers that are nobody's cannot all be taken.
            for _ in 0..<10_000 {
                found = Self.invent(codeLike: values, day: day, isOdd: isOdd, &random)
                let isRight = PersonalCode(found)?.hasValidCheckDigit == true
                if isRight == isOdd, !forbidden.contains(found), !used.contains(found) { break }
            }
            return found
        }
        self.used.insert(found)
        invented[digits] = found
        codeCount += 1
        return found
    }

    /// Invents a code; an odd one is of somebody born before 1900, when nobody had a code, so that even a right
    /// check digit makes it nobody's.
    private static func invent(
        codeLike values: [Int], day: Int, isOdd: Bool, _ random: inout TwinRandom
    ) -> String {
        func any(_ count: Int) -> String {
            (0..<count).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
        }
        // A code of the new kind holds no date behind its first two digits.
        if values[0] == 3, values[1] >= 2 { return "3\(values[1])" + any(9) }
        let century = isOdd ? 0 : values[6]
        return padded(day) + (values[2...5] + [century]).map(String.init).joined() + any(4)
    }
}
