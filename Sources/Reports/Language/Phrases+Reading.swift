import PupilSupport

/// The words of what a table counts, and of what adds up in it.
extension Phrases {
    /// What a table counts and from what.
    static func basis(units: [String], sources: [String]) -> LocalizedText {
        let (units, sources) = (units.joined(separator: ", "), sources.joined(separator: "; "))
        guard !sources.isEmpty else { return text("Vienība: \(units)", "Unit: \(units)") }
        return text(
            "Vienība: \(units). Avots: \(sources)", "Unit: \(units). Source: \(sources)")
    }

    /// What the city counts once and each school too.
    static func countedOnce(_ units: [LocalizedText]) -> LocalizedText {
        text(
            "\(sentence(units, .latvian)): pilsētā skaita vienreiz, bet katrā skolā atsevišķi, tāpēc "
                + "skolu skaitļu summa var atšķirties no pilsētas skaitļa.",
            "\(sentence(units, .english)): counted once in the city and once at each school, so the "
                + "schools' numbers need not add up to the city's.")
    }

    /// What belongs to one school.
    static func addingUp(_ units: [LocalizedText], hasSessions: Bool) -> LocalizedText {
        text(
            "\(sentence(units, .latvian)): skolu skaitļu summa ir pilsētas skaitlis, jo katru skaita "
                + "tikai vienā skolā"
                + (hasSessions
                    ? "; saskaitās arī nodarbības skolēnam, kuru atbalsta divās skolās." : "."),
            "\(sentence(units, .english)): the schools' numbers add up to the city's, as each is "
                + "counted at one school only"
                + (hasSessions
                    ? "; so do the sessions of a pupil who is supported at two schools." : "."))
    }

    /// What is neither a sum nor a mean of the schools' values.
    static func computed(_ names: [LocalizedText]) -> LocalizedText {
        func quoted(_ language: Language) -> String {
            names.map { "“\($0[language])”" }.joined(separator: ", ")
        }
        return text(
            "\(quoted(.latvian)): pilsētas vērtība ir aprēķināta no visas pilsētas skaitļiem; tā nav "
                + "ne skolu vērtību summa, ne to vidējais.",
            "\(quoted(.english)): the city's value is computed from the numbers of the whole city; "
                + "it is neither the sum nor the mean of the schools' values.")
    }

    /// Why the rows of a table may add up to more than its total.
    static func inSeveralRows(_ breakdowns: [LocalizedText]) -> LocalizedText {
        func list(_ language: Language) -> String {
            breakdowns.map { $0[language] }.joined(separator: ", ")
        }
        return text(
            "Tabulās \(list(.latvian)) personu skaita katrā rindā, kas uz to attiecas, tāpēc rindu "
                + "summa var būt lielāka par kopskaitu.",
            "In tables \(list(.english)) a person is counted in every row that applies, so the rows "
                + "may add up to more than the total.")
    }

    /// Why two tables by risk differ: the first is made from plans, the second from lists of needs.
    static func riskSources(_ plans: String, _ needs: String) -> LocalizedText {
        text(
            "Tabula “\(plans)” rāda riskus, kas norādīti atbalstīto skolēnu plānos; tabula “\(needs)” – "
                + "riskus skolu vajadzību sarakstos, kuros ir arī skolēni, kas atbalstu vēl gaida. "
                + "Plānā un sarakstā vienam skolēnam var būt dažādi riski, tāpēc tabulas nesakrīt.",
            "“\(plans)” shows the risks named in the plans of pupils supported; “\(needs)” shows those "
                + "in the schools' lists of needs, which hold pupils who still wait for support too. "
                + "A plan and a list may name different risks of one pupil, so the tables differ.")
    }

    private static func sentence(_ units: [LocalizedText], _ language: Language) -> String {
        let words = units.map { $0[language] }.joined(separator: ", ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
