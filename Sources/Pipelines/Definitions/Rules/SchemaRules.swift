import Diagnostics

/// What can be wrong with the schemas that sources name.
extension DefinitionRules {
    static let ofSchemas = [unusableSchema]

    static let unusableSchema = rule(
        "DEF-054",
        .init(
            lv: "shēma nav lietojama: {problem}", en: "the schema cannot be used: {problem}"),
        advice: .init(
            lv: "labojiet shēmu; tai jābūt vienam failam, kas citus neiekļauj",
            en: "correct the schema; it must be one file that includes no other"))
}
