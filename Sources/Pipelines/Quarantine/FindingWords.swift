import Diagnostics
import PupilSupport
import SupportStore

/// Says what a finding of the store says, with names of files and sheets as they may be shown.
struct FindingWords: Sendable {
    let names: ShownFileNames
    let words: KnownWords

    /// Returns the cell of a finding on a sheet, `nil` for any other file.
    func cell(of stored: StoredFinding, sheet: String?) -> String? {
        sheet.map { sheet in
            SheetCell(
                sheet: ShownText(sheet, knowing: words).text, row: stored.line,
                column: stored.column
            ).description
        }
    }

    /// Returns what was found.
    func summary(of stored: StoredFinding) -> LocalizedText {
        text(of: stored, \.summary)
    }

    /// Returns how to mend it.
    func advice(of stored: StoredFinding) -> LocalizedText {
        text(of: stored, \.advice)
    }

    private func text(of stored: StoredFinding, _ part: KeyPath<Rule, MessageText>) -> LocalizedText
    {
        guard let rule = RuleCatalogue.byCode[stored.rule] else {
            return LocalizedText(lv: stored.rule, en: stored.rule)
        }
        // The store knows another file by its true name.
        var details = stored.details
        details["file"] = details["file"].map { names[$0] }
        return LocalizedText(
            lv: rule[keyPath: part].text(in: .latvian, details: details),
            en: rule[keyPath: part].text(in: .english, details: details))
    }
}
