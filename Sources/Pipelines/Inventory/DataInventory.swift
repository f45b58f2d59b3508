public import PupilSupport

/// How near to a person a column is.
public enum DataClass: String, Sendable, CaseIterable {
    /// It names somebody.
    case identifying
    /// What Article 9 of the GDPR protects most.
    case sensitive
    /// It says something of somebody who stands there under a pseudonym or a number.
    case pseudonymous
    /// It says something of somebody who works with the data: a name or an account.
    case staff
    /// It says nothing of anybody.
    case none

    /// The words of the inventory.
    public var title: LocalizedText {
        switch self {
        case .identifying: LocalizedText(lv: "nosauc personu", en: "identifies a person")
        case .sensitive: LocalizedText(lv: "īpaša kategorija", en: "special category")
        case .pseudonymous: LocalizedText(lv: "pseidonimizēts", en: "pseudonymised")
        case .staff: LocalizedText(lv: "darbinieks", en: "member of staff")
        case .none: LocalizedText(lv: "nav par personu", en: "not about a person")
        }
    }
}

/// Every column that data of people may stand in, with why it is there, by what right, who gets it and until
/// when it is kept: an annex of a data protection impact assessment (esf.md, GDPR-18).
public struct DataInventory: Sendable {
    /// A column.
    public struct Row: Hashable, Sendable {
        /// Where it is.
        public let area: InventoryArea
        /// Its table.
        public let table: String
        /// Its name.
        public let column: String
        /// How near to a person it is.
        public let data: DataClass
        /// What is kept.
        public let content: LocalizedText
        /// Why it is kept.
        public let purpose: LocalizedText
        /// By what right; empty where no data of a person are kept.
        public let bases: [LocalizedText]
        /// Who gets it.
        public let recipients: [LocalizedText]
        /// Until when.
        public let retention: LocalizedText
    }

    /// The municipality's board, which answers for the data.
    public let controller: LocalizedText
    /// The columns, in the order of areas, tables and columns.
    public let rows: [Row]
}
