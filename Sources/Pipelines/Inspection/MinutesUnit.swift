import Extraction

/// How many minutes one of a column counts, as far as its name and its numbers tell.
struct MinutesUnit {
    /// 60 for hours, 1 for minutes.
    let minutes: Int
    /// What the analyst has to check, or `nil` when the name says it.
    let remark: String?

    /// More hours than one lesson or consultation has.
    private static let mostHours = 8.0
    /// The fewest minutes that a session may have; the definitions of the sample schools say the same.
    private static let leastOfSession = 10

    /// Guesses the unit of a field.
    ///
    /// - Parameters:
    ///   - name: What the column or value is called.
    ///   - numbers: What stands in it.
    ///   - isSession: Whether it is how long one session took, and so no more than a day.
    init(name: String, numbers: NumberSpan?, isSession: Bool) {
        let isLong = isSession && (numbers.map { $0.least > Self.mostHours } ?? false)
        if Self.saysMinutes(name) {
            minutes = 1
            remark =
                numbers?.hasFraction == true
                ? "the name says minutes, but there are fractions: check the unit" : nil
        } else if Self.saysHours(name) {
            minutes = isLong ? 1 : 60
            remark =
                isLong
                ? "the name says hours, but the numbers look like minutes: check the unit"
                : "hours by the name: check; if it counts lessons, write their minutes"
        } else if numbers?.hasFraction == true
            || isSession && numbers.map({ $0.greatest <= Self.mostHours }) == true
        {
            minutes = 60
            remark = "hours by the numbers: check; if it counts lessons, write their minutes"
        } else {
            minutes = 1
            remark = "minutes by the numbers: check the unit"
        }
    }

    /// The keys that a definition gives the field, each behind a comma, and the comment behind them.
    static func texts(
        name: String, numbers: NumberSpan?, isSession: Bool
    ) -> (keys: String, remark: String) {
        let unit = MinutesUnit(name: name, numbers: numbers, isSession: isSession)
        return (
            (unit.minutes == 1 ? "" : ", minutes_per_unit: \(unit.minutes)")
                + (isSession ? ", at_least: \(leastOfSession)" : ""),
            unit.remark.map { "   # \($0)" } ?? ""
        )
    }

    // MARK: - Names

    /// Whether a name has a word or an abbreviation for hours or lessons.
    static func saysHours(_ name: String) -> Bool {
        words(of: name).contains {
            ["st", "h", "hrs", "ak", "akad"].contains($0) || $0.hasPrefix("stund")
                || $0.hasPrefix("akadstund") || $0.hasPrefix("hour")
        }
    }

    /// Whether a name has a word or an abbreviation for minutes.
    static func saysMinutes(_ name: String) -> Bool {
        words(of: name).contains { $0 == "min" || $0.hasPrefix("minut") }
    }

    private static func words(of name: String) -> [Substring] {
        PlainName.folded(name).split { !$0.isLetter }
    }
}
