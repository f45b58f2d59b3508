public import Diagnostics

/// The rules that definitions must obey.
public enum DefinitionRules {
    /// Every rule, by code.
    public static let all: [Rule] =
        (ofReading + ofFolders + ofNames + ofMunicipalities + ofSources + ofIndicators
        + ofSchemas + ofQueries + ofPictures + ofRetention + ofAmounts + ofInventories
        + ofExtracts)
        .sorted { $0.code < $1.code }

    static func rule(
        _ code: String, _ summary: MessageText, advice: MessageText
    ) -> Rule {
        Rule(code, .definition, .error, summary: summary, advice: advice)
    }
}
