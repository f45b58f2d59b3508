import Diagnostics

/// What can be wrong with the days, semesters and class levels of a municipality.
extension DefinitionRules {
    static let ofMunicipalities = [
        daysOutOfOrder, semestersOutOfOrder, dayOutside, bandsOverlap, levelsUncovered,
    ]

    static let daysOutOfOrder = rule(
        "DEF-029",
        .init(
            lv: "'{second}' ({later}) ir pirms '{first}' ({earlier})",
            en: "'{second}' ({later}) lies before '{first}' ({earlier})"),
        advice: .init(lv: "izlabojiet vienu no dienām", en: "correct one of the days"))

    static let semestersOutOfOrder = rule(
        "DEF-030",
        .init(
            lv: "semestris {second} sākas {start}, bet semestris {first} beidzas tikai {end}",
            en: "semester {second} begins on {start}, not after the end of semester {first}, {end}"),
        advice: .init(
            lv: "semestri līdz to 'plans_end_on' nedrīkst pārklāties",
            en: "semesters must not overlap, up to and with their 'plans_end_on'"))

    static let dayOutside = rule(
        "DEF-031",
        .init(
            lv: "'{key}' ({day}) nav laikā no {from} līdz {until}",
            en: "'{key}' ({day}) does not lie between {from} and {until}"),
        advice: .init(
            lv: "izlabojiet dienu vai semestri", en: "correct the day or the semester"))

    static let bandsOverlap = rule(
        "DEF-032",
        .init(
            lv: "klašu grupām '{first}' un '{second}' ir kopīgas klases: {levels}",
            en: "the class bands '{first}' and '{second}' share levels: {levels}"),
        advice: .init(
            lv: "katra klase pieder vienai grupai", en: "let each level belong to one band"))

    static let levelsUncovered = rule(
        "DEF-033",
        .init(
            lv: "klases, kuru nav nevienā klašu grupā: {levels}",
            en: "levels that are in no class band: {levels}"),
        advice: .init(
            lv: "grupās jābūt visām projekta klasēm, no {from}. līdz {to}.",
            en: "the bands must hold all levels of the project, {from} to {to}"))
}
