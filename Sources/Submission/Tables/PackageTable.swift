public import PupilSupport

/// Whom a file of a package is for (esf.md, section 4, "Who sees what").
public enum PackageClass: String, Sendable, CaseIterable, Codable {
    /// What says how the package was made and what it holds.
    case description
    /// Records of people: 0600, in a folder 0700.
    case restricted
    /// Exact figures for the authorities, not for the public: 0600.
    case aggregate
    /// Protected figures: 0644.
    case `public`
}

/// A kind of record that a package holds, with the table that it stands in.
public protocol PackageRecord: Hashable, Sendable {
    /// Creates a record without values.
    init()
    /// The table.
    static var table: PackageTable<Self> { get }
}

/// A table of a package.
public struct PackageTable<Record: PackageRecord>: Sendable {
    /// The name, `participants`.
    public let name: String
    /// Whom it is for.
    public let audience: PackageClass
    /// What it holds.
    public let title: LocalizedText
    /// The columns, in their order.
    public let columns: [PackageColumn<Record>]
    /// The columns that together name a row.
    public let key: [String]
    /// The columns whose values are keys of another table.
    public let references: [TableReference]

    init(
        _ name: String, in audience: PackageClass, key: [String],
        references: [TableReference] = [], lv: String, en: String,
        columns: [PackageColumn<Record>]
    ) {
        self.name = name
        self.audience = audience
        title = LocalizedText(lv: lv, en: en)
        self.columns = columns
        self.key = key
        self.references = references
    }

    /// The path of the file below the package.
    public var path: String { "\(audience.rawValue)/\(name).csv" }

    /// What is known of the table without its records.
    public var description: TableDescription {
        TableDescription(
            name: name, path: path, audience: audience, title: title,
            columns: columns.map(\.description), key: key, references: references)
    }

    /// Returns the columns that a package has.
    func columns(withIdentifiers: Bool) -> [PackageColumn<Record>] {
        withIdentifiers ? columns : columns.filter { !$0.description.isIdentifier }
    }
}

/// A column whose values are keys of another table; an empty value names nothing.
public struct TableReference: Hashable, Sendable {
    /// The column.
    public let column: String
    /// The other table.
    public let table: String
    /// Its column.
    public let target: String
}

/// What is known of a table without its records.
public struct TableDescription: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The path of the file below the package.
    public let path: String
    /// Whom it is for.
    public let audience: PackageClass
    /// What it holds.
    public let title: LocalizedText
    /// The columns.
    public let columns: [ColumnDescription]
    /// The columns that together name a row.
    public let key: [String]
    /// The columns whose values are keys of another table.
    public let references: [TableReference]
}
