public import Diagnostics
import Extraction
import Normalization

/// All rules that a file or a definition can break, generated from the code that applies them.
public enum RuleCatalogue {
    /// The rules in the order of their stages and codes.
    public static let all: [Rule] =
        (DefinitionRules.all + ExtractionRules.all + SpreadsheetRules.all + FileRules.all
        + FieldRules.all + RecordRules.all + AcrossRecordsRules.all).sorted { first, second in
            (stageRank(first), first.code) < (stageRank(second), second.code)
        }

    /// The rules by their codes.
    public static let byCode: [String: Rule] = Dictionary(
        all.map { ($0.code, $0) }, uniquingKeysWith: { $1 })

    /// The rule for a file that a school owes and has not sent.
    static let notDelivered = FileRules.notDelivered

    /// The codes of the rules whose finding says that a record was ignored.
    static let codesOfIgnored = Set(
        [
            ExtractionRules.blankRow, ExtractionRules.blankRows, SpreadsheetRules.blankRows,
            ExtractionRules.repeatedHeader, ExtractionRules.textRow, ExtractionRules.behindTable,
            FileRules.moreIgnored, ExtractionRules.unknownElement,
            AcrossRecordsRules.totalRow, AcrossRecordsRules.repeated,
        ].map(\.code))

    /// The codes that definitions may name.
    public static let codes = Set(byCode.keys)

    private static func stageRank(_ rule: Rule) -> Int {
        CheckStage.allCases.firstIndex(of: rule.stage) ?? 0
    }
}
