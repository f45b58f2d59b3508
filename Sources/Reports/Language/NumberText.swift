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

/// A word with the forms that numbers ask for.
struct CountedWord {
    /// After 1, 21, 31 …: `skolēns`.
    let one: String
    /// After 2 to 9, 22 …: `skolēni`.
    let few: String
    /// After 0, 10 to 20, 30 …: `skolēnu`.
    let none: String
    /// The English singular and plural.
    let english: (one: String, many: String)

    func form(for number: Int, in language: Language) -> String {
        let magnitude = number.magnitude
        guard language == .latvian else { return magnitude == 1 ? english.one : english.many }
        if magnitude % 10 == 0 || (11...19).contains(magnitude % 100) { return none }
        return magnitude % 10 == 1 ? one : few
    }

    static var pupil: CountedWord {
        CountedWord(one: "skolēns", few: "skolēni", none: "skolēnu", english: ("pupil", "pupils"))
    }
    static var teacher: CountedWord {
        CountedWord(
            one: "pedagogs", few: "pedagogi", none: "pedagogu", english: ("teacher", "teachers"))
    }
    static var plan: CountedWord {
        CountedWord(one: "plāns", few: "plāni", none: "plānu", english: ("plan", "plans"))
    }
    static var session: CountedWord {
        CountedWord(
            one: "nodarbība", few: "nodarbības", none: "nodarbību",
            english: ("session", "sessions"))
    }
    static var minute: CountedWord {
        CountedWord(
            one: "minūte", few: "minūtes", none: "minūšu", english: ("minute", "minutes"))
    }
    static var record: CountedWord {
        CountedWord(
            one: "ieraksts", few: "ieraksti", none: "ierakstu", english: ("record", "records"))
    }
}
