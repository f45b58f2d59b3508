import PupilSupport
import Rollup

/// Numbers and counted things as people write them in a language.
struct NumberText {
    let language: Language

    /// Returns a value with the marks of the language: `1 234,5` in Latvian, `1,234.5` in English.
    func value(_ value: FigureValue) -> String {
        let isDecimal = value.decimals > 0
        let magnitude = value.scaled.magnitude
        let whole = isDecimal ? magnitude / 10 : magnitude
        let fraction = isDecimal ? decimalMark + "\(magnitude % 10)" : ""
        return (value.scaled < 0 ? "\u{2212}" : "") + grouped(whole) + fraction
    }

    /// Returns a whole number.
    func integer(_ integer: Int) -> String { value(FigureValue(scaled: integer, decimals: 0)) }

    /// Returns a change with its sign.
    func change(_ value: FigureValue) -> String {
        (value.scaled > 0 ? "+" : "") + self.value(value)
    }

    /// Returns a number with the form of the word that belongs to it.
    func counted(_ number: Int, _ word: CountedWord) -> String {
        "\(integer(number))\u{00A0}\(word.form(for: number, in: language))"
    }

    /// Returns a day: `31.05.2019.` in Latvian, `31 May 2019` in English.
    func date(_ day: CivilDate) -> String {
        guard language == .english else { return day.latvian }
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        return "\(day.day)\u{00A0}\(months[day.month - 1])\u{00A0}\(day.year)"
    }

    private var decimalMark: String { language == .latvian ? "," : "." }

    private func grouped(_ number: UInt) -> String {
        let digits = Array("\(number)")
        var text = ""
        for (place, digit) in digits.enumerated() {
            let rest = digits.count - place
            if place > 0, rest % 3 == 0 { text += language == .latvian ? "\u{00A0}" : "," }
            text.append(digit)
        }
        return text
    }
}
