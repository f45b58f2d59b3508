import PupilSupport

/// The words of data quality.
extension Phrases {
    static let toMend = text("Kas skolām jālabo", "What schools should mend")
    static let filesOfSchool = text("Faili", "Files")
    static let held = text("Aizturēti ieraksti", "Records held back")
    static let checks = text("Pārbaudes, kuras neizturēja", "Checks not passed")
    static let toLookAt = text("Pārbaudāmi", "To look at")
    static let publicQuality = text(
        "Pirms skaitīšanas katrs ieraksts ir pārbaudīts. Kas aizturēts un ko skolas labo, ir "
            + "Izglītības pārvaldes iekšējā pārskatā.",
        "Every record is checked before it is counted. What is held back and what schools mend is in "
            + "the Education Board's internal report.")

    /// How many times a check was not passed.
    static func failed(_ rule: String, _ count: Int) -> LocalizedText {
        text(
            "\(rule)\u{00A0}×\u{00A0}\(NumberText(language: .latvian).integer(count))",
            "\(rule)\u{00A0}×\u{00A0}\(NumberText(language: .english).integer(count))")
    }

    /// That people were erased, for which cases.
    static func erasures(_ tickets: [String]) -> LocalizedText {
        let list = tickets.joined(separator: ", ")
        return text(
            "Pēc pieprasījuma dzēsti cilvēki: \(tickets.count) (lietas: \(list)). Viņu ieraksti vairs neskaitās, "
                + "tāpēc skaitļi var būt mazāki nekā agrāk publicētie.",
            "People erased on request: \(tickets.count) (cases: \(list)). Their records count no more, so "
                + "figures may be lower than those published before.")
    }

    /// That every record is somewhere.
    static func conservation(
        _ read: Int, _ loaded: Int, _ heldBack: Int, _ ignored: Int
    ) -> LocalizedText {
        let isBalanced = read == loaded + heldBack + ignored
        let sign = isBalanced ? "=" : "≠"
        func numbers(_ language: Language) -> [String] {
            let numbers = NumberText(language: language)
            return [read, loaded, heldBack, ignored].map(numbers.integer)
        }
        let (lv, en) = (numbers(.latvian), numbers(.english))
        let verdict = isBalanced ? balanced : unbalanced
        return text(
            "Nolasīti \(lv[0]) \(sign) ielādēti \(lv[1]) + aizturēti \(lv[2]) + izlaisti "
                + "\(lv[3]) (\(verdict.lv))",
            "Read \(en[0]) \(sign) loaded \(en[1]) + held back \(en[2]) + ignored \(en[3]) "
                + "(\(verdict.en))")
    }
}
