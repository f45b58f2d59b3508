import Diagnostics

/// What can be wrong with how long things are kept.
extension DefinitionRules {
    static let ofRetention = [copiesWithoutDate, dateWithoutBasis]

    static let copiesWithoutDate = rule(
        "DEF-060",
        .init(
            lv: "'inbox_copies_days' ir, bet 'retain_until' nav, tāpēc dienas nav no kā skaitīt",
            en: "there is 'inbox_copies_days' but no 'retain_until' to count the days from"),
        advice: .init(
            lv: "pierakstiet 'retain_until' no vēstules vai izņemiet 'inbox_copies_days'",
            en: "add 'retain_until' from the letter, or take 'inbox_copies_days' out"))

    static let dateWithoutBasis = rule(
        "DEF-061",
        .init(
            lv: "'retain_until' ({day}) nav pamatojuma",
            en: "'retain_until' ({day}) has no basis"),
        advice: .init(
            lv: "zem 'basis' nosauciet vēstuli vai noteikumu, kas šo dienu nosaka",
            en: "name under 'basis' the letter or rule that sets the day"))
}
