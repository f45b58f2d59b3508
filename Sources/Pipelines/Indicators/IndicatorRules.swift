import Diagnostics

/// What can be wrong with the definitions of indicators.
extension DefinitionRules {
    static let ofIndicators = [indicatorDoesNotFit, noIndicators]
    static let ofQueries = [faultyQuery, endlessQuery]

    static let indicatorDoesNotFit = rule(
        "DEF-052",
        .init(lv: "rādītāji nesader kopā: {problem}", en: "{problem}"),
        advice: .init(
            lv: "pārbaudiet rādītāju, tā pierādījumus un dalījumus",
            en: "check the indicator, its evidence and its breakdowns"))

    static let faultyQuery = rule(
        "DEF-055",
        .init(
            lv: "vaicājums nav izpildāms: {problem_lv}", en: "the query cannot be run: {problem}"),
        advice: .init(
            lv: "labojiet SQL; skatus, tabulas un argumentus nosauc docs/definitions.md",
            en: "correct the SQL; docs/definitions.md names the views, tables and arguments"))

    static let endlessQuery = rule(
        "DEF-056",
        .init(
            lv: "rādītāja vaicājums {query} nebeidzas: tam atļauts līdz {allowed}",
            en: "the indicator's query {query} does not end: up to {allowed} are allowed"),
        advice: .init(
            lv: "pārbaudiet, vai rekursijai ir beigas; ja dati tiešām ir tik lieli, palieliniet "
                + "`{key}` zem `indicator_limits` pašvaldības failā",
            en: "check that the recursion comes to an end; if the data are that large, raise "
                + "`{key}` under `indicator_limits` in the municipality's file"))

    static let noIndicators = rule(
        "DEF-053",
        .init(lv: "nav neviena rādītāja", en: "there are no indicators"),
        advice: .init(
            lv: "ielieciet rādītājus mapē indicators", en: "put indicators into 'indicators'"))
}
