import Diagnostics

/// What can be wrong with the inventory of data.
extension DefinitionRules {
    static let ofInventories = [columnWithoutUse, useTooMild]

    static let columnWithoutUse = rule(
        "DEF-062",
        .init(
            lv: "par tabulas '{table}' ailēm nav teikts, kādēļ tās glabā: {columns}",
            en: "nothing says what these columns of '{table}' are kept for: {columns}"),
        advice: .init(
            lv: "ierakstiet katru zem kāda no 'uses'",
            en: "put each of them under one of the 'uses'"))

    static let useTooMild = rule(
        "DEF-063",
        .init(
            lv: "'{column}' nosauc personu, bet '{use}' tā nesaka",
            en: "'{column}' identifies a person, but '{use}' does not say so"),
        advice: .init(
            lv: "lietojiet tādu, kam ir 'data: identifying' vai 'data: sensitive'",
            en: "use one with 'data: identifying' or 'data: sensitive'"))
}
