public import PupilSupport

/// A folder of delimited tables, each in one file or in many, with its description as a Data Package.
///
/// The many files of one table have one schema, which stands in a file of its own: a national export
/// has thousands of files.
public struct TablePackage: Sendable {
    /// A column of a table.
    public struct Column: Sendable {
        let column: TableColumn

        /// The name.
        public var name: String { column.name }

        init(_ column: TableColumn) { self.column = column }

        /// Creates a column of whole numbers or of codes.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - holdsText: Whether its cells are codes; else they are whole numbers.
        ///   - isRequired: Whether no cell is empty.
        ///   - description: What stands in it.
        public init(
            _ name: String, holdsText: Bool, isRequired: Bool, description: LocalizedText
        ) {
            column = TableColumn(
                name, holdsText ? .words() : .integer, description.lv, description.en,
                isRequired: isRequired)
        }
    }

    /// A table.
    public struct Table: Sendable {
        /// The name, which is also that of its folder.
        public let name: String
        let title: LocalizedText
        let columns: [Column]

        /// Creates a table.
        public init(name: String, title: LocalizedText, columns: [Column]) {
            self.name = name
            self.title = title
            self.columns = columns
        }

        /// The line with the names of the columns.
        public var header: [UInt8] { Array(DelimitedText(columns: columns.map(\.name)).text.utf8) }

        var schemaPath: String { "schemas/\(name).json" }
    }

    /// A file of a table.
    public struct File: Sendable {
        let table: String
        /// The path below the folder.
        public let path: String
        let partition: [(key: String, value: String)]
        let rows: Int
        let bytes: Int
        let sha256: String

        /// Creates a file.
        ///
        /// - Parameters:
        ///   - table: The name of its table.
        ///   - path: The path below the folder.
        ///   - partition: What all its rows have in common, as its path says.
        ///   - rows: How many rows it has, the header apart.
        ///   - bytes: How many bytes it has.
        ///   - sha256: The SHA-256 of its bytes as hexadecimal text.
        public init(
            table: String, path: String, partition: [(key: String, value: String)], rows: Int,
            bytes: Int, sha256: String
        ) {
            self.table = table
            self.path = path
            self.partition = partition
            self.rows = rows
            self.bytes = bytes
            self.sha256 = sha256
        }

        /// A name that no other file of the package has.
        var name: String {
            ([table.lowercased()] + partition.dropFirst().map(\.value)).joined(separator: "-")
        }
    }

    /// The name of the file that describes all others.
    public static let fileName = DataPackage.fileName

    private let name: String
    private let title: LocalizedText
    private let description: LocalizedText
    private let semesters: [Semester]
    private let definitionsHash: String
    private let tables: [Table]
    private let files: [File]
    private let language: Language

    /// Creates a package.
    ///
    /// - Parameters:
    ///   - name: The name of the package.
    ///   - title: The title.
    ///   - description: What it is for, and who may see it.
    ///   - semesters: The semesters of which anything is known, oldest first.
    ///   - definitionsHash: The fingerprint of the definitions.
    ///   - tables: The tables.
    ///   - files: The files of all tables.
    ///   - language: The language of titles and descriptions.
    public init(
        name: String, title: LocalizedText, description: LocalizedText, semesters: [Semester],
        definitionsHash: String, tables: [Table], files: [File], language: Language
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.semesters = semesters
        self.definitionsHash = definitionsHash
        self.tables = tables
        self.files = files
        self.language = language
    }

    /// The schema of each table, by its path below the folder.
    public var schemas: [(path: String, bytes: [UInt8])] {
        tables.map { table in
            let described = DescribedFile.Table(columns: table.columns.map(\.column))
            return (table.schemaPath, described.schema(in: language).bytes)
        }
    }

    /// The description of all files.
    public var bytes: [UInt8] {
        let byName = Dictionary(
            tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return JSONText.object([
            ("$schema", .words(DataPackage.profile)), ("name", .words(name)),
            ("title", .words(title[language])), ("description", .words(description[language])),
            ("language", .words(language.rawValue)),
            ("semesters", .list(semesters.map { .words($0.code) })),
            ("definitions", .words(definitionsHash)),
            ("resources", .list(files.map { resource($0, byName[$0.table]) })),
        ]).bytes
    }

    private func resource(_ file: File, _ table: Table?) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("name", .words(file.name)), ("path", .words(file.path)), ("type", .words("table")),
            ("title", .words(table?.title[language] ?? file.table)), ("table", .words(file.table)),
        ]
        if !file.partition.isEmpty {
            members.append(
                ("partition", .object(file.partition.map { ($0.key, .words($0.value)) })))
        }
        members += [
            ("format", .words("csv")), ("mediatype", .words("text/csv")),
            ("encoding", .words("utf-8")), ("rows", .integer(file.rows)),
            ("bytes", .integer(file.bytes)), ("hash", .words("sha256:" + file.sha256)),
        ]
        if let table { members.append(("schema", .words(table.schemaPath))) }
        return .object(members)
    }
}
