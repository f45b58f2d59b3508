import Diagnostics

/// What can be wrong with the definitions of indicators.
extension DefinitionRules {
    static let ofIndicators = [indicatorDoesNotFit, noIndicators]

    static let indicatorDoesNotFit = rule(
        "DEF-052",
        .init(lv: "rādītāji nesader kopā: {problem}", en: "{problem}"),
        advice: .init(
            lv: "pārbaudiet rādītāju, tā pierādījumus un dalījumus",
            en: "check the indicator, its evidence and its breakdowns"))

    static let noIndicators = rule(
        "DEF-053",
        .init(lv: "nav neviena rādītāja", en: "there are no indicators"),
        advice: .init(
            lv: "ielieciet rādītājus mapē indicators", en: "put indicators into 'indicators'"))
}
