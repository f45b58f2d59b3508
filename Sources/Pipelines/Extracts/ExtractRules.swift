import Diagnostics

/// What can be wrong with the definitions of extracts.
extension DefinitionRules {
    static let ofExtracts = [missingColumn, extractsPeople, extractFails, noExtracts]

    static let missingColumn = rule(
        "DEF-064",
        .init(
            lv: "vaicājumā {query} nav ailes '{column}'",
            en: "the query {query} has no column '{column}'"),
        advice: .init(lv: "{hint_lv}ailes: {allowed}", en: "{hint}columns: {allowed}"))

    static let extractsPeople = rule(
        "DEF-065",
        .init(
            lv: "'{column}' ir cilvēks, un tabulā būtu rinda par katru",
            en: "'{column}' is a person, and the table would have a row for each"),
        advice: .init(
            lv: "skaitiet cilvēkus ar count_distinct; izraksts ir kopsavilkums, nevis saraksts",
            en: "count people with count_distinct; an extract sums up and lists nobody"))

    static let extractFails = rule(
        "DEF-066",
        .init(
            lv: "vaicājumu {query} nevar apkopot: {problem_lv}",
            en: "the query {query} cannot be summed up: {problem}"),
        advice: .init(lv: "{hint_lv}", en: "{hint}"))

    static let noExtracts = rule(
        "DEF-067",
        .init(lv: "nav neviena izraksta", en: "there are no extracts"),
        advice: .init(
            lv: "ielieciet izrakstus mapē extracts; docs/definitions.md rāda, kā tos raksta",
            en: "put extracts into 'extracts'; docs/definitions.md shows how they are written"))
}
