/// One half of a school year.
public struct Semester: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The calendar year in which the school year begins.
    public let startYear: Int
    /// 1 for the autumn semester, 2 for the spring semester.
    public let number: Int

    /// Creates a semester, or returns `nil` when the number is neither 1 nor 2.
    public init?(startYear: Int, number: Int) {
        guard (1900...2199).contains(startYear), number == 1 || number == 2 else { return nil }
        self.startYear = startYear
        self.number = number
    }

    /// Creates a semester from its code, `2018-2019-2`, or returns `nil` for anything else.
    public init?(code: some StringProtocol) {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 4,
            let first = Int(parts[0]), let second = Int(parts[1]), let number = Int(parts[2]),
            second == first + 1
        else { return nil }
        self.init(startYear: first, number: number)
        guard self.code == code else { return nil }
    }

    /// Creates a semester from its stored integer, `20182`, or returns `nil` for anything else.
    public init?(storedValue: Int) {
        self.init(startYear: storedValue / 10, number: storedValue % 10)
    }

    /// The semester as an integer: the first calendar year, then the number, `20182`.
    public var storedValue: Int { startYear * 10 + number }

    /// The code of the semester, `2018-2019-2`.
    public var code: String {
        // Every figure's address begins with it, so its digits are put into their place at once.
        String(unsafeUninitializedCapacity: 11) { letters in
            for (place, year) in [(0, startYear), (5, startYear + 1)] {
                var rest = year
                for digit in (place..<place + 4).reversed() {
                    letters[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                letters[place + 4] = UInt8(ascii: "-")
            }
            letters[10] = UInt8(ascii: "0") + UInt8(number)
            return 11
        }
    }

    /// The code of the semester, `2018-2019-2`.
    public var description: String { code }

    /// The semester before this one.
    public var previous: Semester {
        number == 2
            ? Semester(unchecked: startYear, 1) : Semester(unchecked: startYear - 1, 2)
    }

    /// The name of the semester as Latvian text, `2018./2019. mācību gada 2. semestris`.
    public var latvian: String {
        "\(startYear)./\(startYear + 1). mācību gada \(number). semestris"
    }

    /// The name of the semester as English text, `2018/2019, semester 2`.
    public var english: String { "\(startYear)/\(startYear + 1), semester \(number)" }

    /// Whether one semester is earlier than another.
    public static func < (first: Semester, second: Semester) -> Bool {
        first.storedValue < second.storedValue
    }

    private init(unchecked startYear: Int, _ number: Int) {
        self.startYear = startYear
        self.number = number
    }
}
