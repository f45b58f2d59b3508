import Diagnostics
import PupilSupport

/// Decodes the class bands.
struct ClassBandDecoder {
    /// The levels that the bands must hold, or `nil` when they could not be read.
    let projectLevels: ClosedRange<Int>?

    /// Returns the bands, or `nil` when one could not be read.
    func decode(_ value: DefinitionValue) -> [ClassBand]? {
        guard let values = value.list() else { return nil }
        var codes = CodeRegister()
        var owners: [Int: String] = [:]
        let bands = values.compactMap { band($0, codes: &codes, owners: &owners) }
        guard bands.count == values.count else { return nil }
        if let projectLevels {
            let uncovered = projectLevels.filter { owners[$0] == nil }
            if !uncovered.isEmpty {
                value.report(
                    DefinitionRules.levelsUncovered,
                    [
                        "levels": uncovered.map(String.init).joined(separator: ", "),
                        "from": "\(projectLevels.lowerBound)", "to": "\(projectLevels.upperBound)",
                    ])
            }
        }
        return bands
    }

    private func band(
        _ value: DefinitionValue, codes: inout CodeRegister, owners: inout [Int: String]
    ) -> ClassBand? {
        guard let mapping = value.mapping(keys: ["code", "name", "levels"]) else { return nil }
        let code = mapping.required("code")?.code()
        let name = mapping.required("name")?.localizedText()
        let levels = mapping.required("levels")?.levels()
        if let code, let value = mapping["code"] { codes.add(code, at: value) }
        guard let code, let name, let levels else { return nil }
        let shared = levels.filter { owners[$0] != nil }
        if let level = shared.first, let owner = owners[level] {
            mapping["levels"]?.report(
                DefinitionRules.bandsOverlap,
                [
                    "levels": shared.map(String.init).joined(separator: ", "), "first": owner,
                    "second": code,
                ])
        }
        for level in levels where owners[level] == nil { owners[level] = code }
        return ClassBand(code: code, name: name, levels: levels)
    }
}
