import PupilSupport

/// Reads a day in the spellings that Latvian exports use.
///
/// `2019-05-31`, `31.05.2019.`, `31.5.2019`, `31.05.19.`, `2019.05.31.`, `2019. gada 31. maijs`
/// (domain facts, sections 4.1 and 4.7). A year of two digits belongs to this century.
enum DateParser {
    enum Reading: Equatable {
        case date(CivilDate)
        /// The text has the form of a date, but the calendar has no such day.
        case impossible
        case notADate
    }

    static func read(_ text: some StringProtocol) -> Reading {
        var numbers: [(value: Int, digits: Int)] = []
        var separators: [String] = []
        var word = ""
        var digits = ""
        var between = ""
        func endNumber() {
            guard !digits.isEmpty else { return }
            numbers.append((Int(digits) ?? -1, digits.count))
            digits = ""
        }
        for character in text {
            if character.isASCII, character.isNumber {
                if digits.isEmpty, !numbers.isEmpty {
                    separators.append(between)
                    between = ""
                }
                guard digits.count < 4 else { return .notADate }
                digits.append(character)
            } else {
                endNumber()
                if numbers.isEmpty { return .notADate }
                if character.isLetter { word.append(character) } else { between.append(character) }
            }
        }
        endNumber()
        if !word.isEmpty { return readWords(word, numbers: numbers) }
        guard numbers.count == 3, separators.count == 2, separators[0] == separators[1],
            between.isEmpty || between == "."
        else { return .notADate }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if separators[0] == "-" {
            guard first.digits == 4, second.digits == 2, third.digits == 2, between.isEmpty else {
                return .notADate
            }
            return day(first.value, second.value, third.value)
        }
        guard separators[0] == "." || separators[0] == ". " else { return .notADate }
        if first.digits == 4, second.digits <= 2, third.digits <= 2 {
            return day(first.value, second.value, third.value)
        }
        guard first.digits <= 2, second.digits <= 2 else { return .notADate }
        switch third.digits {
        case 4: return day(third.value, second.value, first.value)
        case 2: return day(2000 + third.value, second.value, first.value)
        default: return .notADate
        }
    }

    /// Reads `2019. gada 31. maijs`; the month may stand in any case that dates use.
    private static func readWords(
        _ word: String, numbers: [(value: Int, digits: Int)]
    ) -> Reading {
        let folded = word.lowercased()
        guard numbers.count == 2, numbers[0].digits == 4, numbers[1].digits <= 2,
            folded.hasPrefix("gada"),
            let month = months.firstIndex(where: { folded.dropFirst(4).hasPrefix($0) })
        else { return .notADate }
        return day(numbers[0].value, month + 1, numbers[1].value)
    }

    private static let months = [
        "janvār", "februār", "mart", "aprīl", "maij", "jūnij", "jūlij", "august", "septembr",
        "oktobr", "novembr", "decembr",
    ]

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        CivilDate(year: year, month: month, day: day).map(Reading.date) ?? .impossible
    }
}
