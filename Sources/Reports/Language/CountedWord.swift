import PupilSupport
import Rollup

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

    /// Returns the form after a number; after a decimal it is that of two.
    func form(for value: FigureValue, in language: Language) -> String {
        form(for: value.decimals > 0 ? 2 : value.scaled, in: language)
    }

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
    static var hour: CountedWord {
        CountedWord(
            one: "stunda", few: "stundas", none: "stundu", english: ("hour", "hours"))
    }
    static var figure: CountedWord {
        CountedWord(
            one: "skaitlis", few: "skaitļi", none: "skaitļu", english: ("figure", "figures"))
    }
}
