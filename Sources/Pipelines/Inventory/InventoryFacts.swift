import Normalization
import PupilSupport

/// A fact that stands elsewhere in the definitions, and that the inventory takes from there.
enum InventoryFact: String, CaseIterable {
    /// The legal basis that each source states which maps sensitive answers.
    case sourcesBasis = "sources_legal_basis"
    /// The last day on which what identifies people must be kept, with its basis.
    case retainUntil = "retain_until"
    /// How long copies of the exports are kept after it.
    case inboxCopiesDays = "inbox_copies_days"
    /// How long records of runs are kept.
    case logMonths = "log_months"

    /// Returns what the definitions say, or that nobody has said it yet.
    func words(in definitions: Definitions) -> LocalizedText {
        let retention = definitions.municipality.retention
        switch self {
        case .sourcesBasis:
            let bases = definitions.sources.flatMap { source in
                source.files.flatMap(\.records).compactMap(\.legalBasis).map { basis in
                    LocalizedText(
                        lv: "\(source.code): \(basis.lv)", en: "\(source.code): \(basis.en)")
                }
            }
            guard !bases.isEmpty else {
                return LocalizedText(
                    lv: "neviens avots šīs atbildes nesūta; pamats jānosauc pārzinim",
                    en: "no source sends these answers; the basis is to be named by the controller")
            }
            return LocalizedText(
                lv: bases.map(\.lv).joined(separator: "; "),
                en: bases.map(\.en).joined(separator: "; "))
        case .retainUntil:
            guard let day = retention.retainUntil else {
                return Self.unsaid("retention: retain_until")
            }
            let basis = retention.basis
            return LocalizedText(
                lv: "līdz \(day.latvian)" + (basis.map { " (\($0.lv))" } ?? ""),
                en: "until \(day)" + (basis.map { " (\($0.en))" } ?? ""))
        case .inboxCopiesDays:
            guard let days = retention.inboxCopiesDays else {
                return Self.unsaid("retention: inbox_copies_days")
            }
            return LocalizedText(
                lv: "dienas pēc tam: \(days)", en: "days after that: \(days)")
        case .logMonths:
            guard let months = retention.logMonths else {
                return Self.unsaid("retention: log_months")
            }
            return LocalizedText(lv: "mēneši: \(months)", en: "months: \(months)")
        }
    }

    private static func unsaid(_ key: String) -> LocalizedText {
        LocalizedText(
            lv: "diena nav noteikta; tā jānosauc pārzinim (\(key))",
            en: "no day is set; it is to be named by the controller (\(key))")
    }
}
