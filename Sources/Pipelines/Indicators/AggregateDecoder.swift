import Diagnostics
import Rollup

/// Decodes how the value of an indicator is made.
struct AggregateDecoder {
    /// The keys that one aggregate or another needs.
    static let keys = ["columns", "column", "once_per", "of", "in", "per", "minus"]

    private static let needed: [String: [String]] = [
        "count": [], "count_distinct": ["columns"], "sum": ["column"], "share": ["of", "in"],
        "mean": ["of", "per"], "sum_of_schools": ["of"], "difference": ["of", "minus"],
        "target": ["of"],
    ]

    /// Returns the aggregate, or `nil` when it cannot be read.
    func decode(_ mapping: DefinitionMapping) -> Aggregate? {
        guard let name = mapping.required("aggregate")?.choice(among: Self.needed.keys.sorted())
        else { return nil }
        let needed = Self.needed[name] ?? []
        let allowed = name == "sum" ? needed + ["once_per"] : needed
        for key in Self.keys where mapping[key] != nil && !allowed.contains(key) {
            mapping.report(
                DefinitionRules.unknownKey, at: key,
                ["key": key, "allowed": (["aggregate"] + allowed).joined(separator: ", ")],
                phrases: ["hint": Hint.near(key, among: allowed)])
        }
        var texts: [String: String] = [:]
        for key in needed where key != "columns" { texts[key] = mapping.required(key)?.text() }
        let columns = name == "count_distinct" ? mapping.required("columns")?.texts() : nil
        switch (name, texts["of"]) {
        case ("count", _): return .count
        case ("count_distinct", _): return columns.map { .countDistinct(columns: $0) }
        case ("sum", _):
            return texts["column"].map {
                .sum(column: $0, oncePer: mapping["once_per"]?.texts() ?? [])
            }
        case ("share", let part?): return texts["in"].map { .share(of: part, in: $0) }
        case ("mean", let total?): return texts["per"].map { .mean(of: total, per: $0) }
        case ("sum_of_schools", let code?): return .sumOfSchools(of: code)
        case ("difference", let first?):
            return texts["minus"].map { .difference(of: first, minus: $0) }
        case ("target", let code?): return .target(of: code)
        default: return nil
        }
    }
}
