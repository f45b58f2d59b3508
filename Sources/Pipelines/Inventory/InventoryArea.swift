public import PupilSupport
import Submission
import SupportStore

/// A place that holds tables with data of people.
public enum InventoryArea: String, Sendable, CaseIterable {
    /// What is read of the exports: everything else is dropped before storage (esf.md, GDPR-1).
    case model
    /// The store.
    case store
    /// The vault.
    case vault
    /// The restricted part of a package.
    case package

    /// What it is.
    public var title: LocalizedText {
        switch self {
        case .model:
            LocalizedText(
                lv: "Modelis: ko nolasa no skolu failiem (pārējās ailes neglabā)",
                en: "The model: what is read of the schools' files (other columns are not kept)")
        case .store:
            LocalizedText(
                lv: "Krātuve, pumpurs.sqlite: cilvēki ir pseidonīmi",
                en: "The store, pumpurs.sqlite: people are pseudonyms")
        case .vault:
            LocalizedText(
                lv: "Glabātava, vault.sqlite: aizzīmogota ar atslēgu",
                en: "The vault, vault.sqlite: sealed by the key")
        case .package:
            LocalizedText(
                lv: "Iesniegšanas pakotne, restricted/: saņēmēja pseidonīmi",
                en: "The package, restricted/: pseudonyms of the recipient")
        }
    }

    /// Returns the tables, from the schema itself.
    func tables() throws -> [InventoryTable] {
        switch self {
        case .model:
            RecordKind.allCases.map { kind in
                InventoryTable(
                    name: kind.rawValue, columns: kind.fields.map(\.name),
                    identifying: Set(kind.fields.filter(\.isPersonal).map(\.name)))
            }
        case .store: try SupportStore.tablesOfStore().map(InventoryTable.init)
        case .vault: try SupportStore.tablesOfVault().map(InventoryTable.init)
        case .package:
            PackageContent.tables.map { table in
                InventoryTable(
                    name: table.name, columns: table.columns.map(\.name),
                    identifying: Set(table.columns.filter(\.isIdentifier).map(\.name)))
            }
        }
    }
}

/// A table as the schema has it.
struct InventoryTable: Hashable, Sendable {
    let name: String
    let columns: [String]
    /// The columns of which the schema says that they name somebody or are protected by themselves.
    let identifying: Set<String>
}

extension InventoryTable {
    fileprivate init(_ table: SchemaTable) {
        self.init(name: table.name, columns: table.columns, identifying: [])
    }
}
