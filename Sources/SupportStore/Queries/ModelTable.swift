public import PupilSupport

/// A table of the common model as it may leave the store: what counts, and nothing that names anybody.
///
/// It has the name and the columns by which the queries of the indicators know it, so that another
/// engine can run the very same queries over it.
public struct ModelTable: Hashable, Sendable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// The name.
        public let name: String
        /// What stands in it.
        public let content: Content
        /// Whether no cell is empty.
        public let isRequired: Bool

        init(_ name: String, _ content: Content, isRequired: Bool = true) {
            self.name = name
            self.content = content
            self.isRequired = isRequired
        }
    }

    /// What stands in a column.
    public enum Content: Hashable, Sendable {
        /// A field of a record; people are the numbers that they have in the store.
        case field(FieldType)
        /// The number of the delivery that a record came with.
        case delivery
        /// The line of the file at which a record begins.
        case line
        /// The byte of the file at which a record begins.
        case byte
        /// The number of the row, by which others name it.
        case key
        /// A code of the definitions.
        case code
        /// The name of a vocabulary.
        case vocabulary
        /// A kind of record.
        case kind
        /// A semester as the store has it.
        case semester

        /// Whether the cells are codes; else they are whole numbers.
        public var holdsText: Bool { self == .code || self == .vocabulary || self == .kind }
    }

    /// The name by which queries know it.
    public let name: String
    /// The kind of record that it holds, or `nil` when it holds none.
    public let kind: RecordKind?
    /// The columns, in their order.
    public let columns: [Column]
    /// The query that gives its rows, always in the same order.
    public let sql: String

    /// The places of the semester and of the school, or `nil` for a table of which not every row has both.
    public var partition: (semester: Int, school: Int)? {
        guard let kind, kind.hasSemester else { return nil }
        guard let semester = columns.firstIndex(where: { $0.content == .field(.semester) }),
            let school = columns.firstIndex(where: { $0.content == .field(.school) })
        else { return nil }
        return (semester, school)
    }

    /// All tables.
    public static let all =
        RecordKind.inStore.map(ModelTable.init(of:)) + [schools, terms, arrivals]

    /// The schools that records name by number.
    public static let schools = ModelTable(
        name: "school", columns: [Column("id", .key), Column("code", .code)],
        sql: "SELECT id, code FROM school ORDER BY id")

    /// The terms that records name by number.
    public static let terms = ModelTable(
        name: "term",
        columns: [
            Column("id", .key), Column("vocabulary", .vocabulary), Column("code", .code),
        ], sql: "SELECT id, vocabulary, code FROM term ORDER BY id")

    /// The earliest semester of which a record of a kind has come, though it may be held back or superseded: before
    /// it nothing is known, and not zero.
    public static let arrivals = ModelTable(
        name: "firstArrival", columns: [Column("kind", .kind), Column("semester", .semester)],
        sql: """
            SELECT kind, semester FROM (
                \(RecordKind.inStore.filter(\.hasSemester).map { kind in
                    "SELECT '\(kind.rawValue)' AS kind, MIN(semester) AS semester FROM \(kind.table)"
                }.joined(separator: " UNION ALL "))
            ) WHERE semester IS NOT NULL ORDER BY kind
            """)

    private init(name: String, kind: RecordKind? = nil, columns: [Column], sql: String) {
        self.name = name
        self.kind = kind
        self.columns = columns
        self.sql = sql
    }

    /// The records of a kind that count.
    private init(of kind: RecordKind) {
        let fields = kind.fields.filter(\.mayLeave).map { field in
            Column(field.column, .field(field.type), isRequired: field.isRequired)
        }
        let columns =
            [Column("delivery", .delivery), Column("line", .line), Column("byte", .byte)] + fields
        let names = columns.map(\.name).joined(separator: ", ")
        self.init(
            name: kind.currentView, kind: kind, columns: columns,
            sql: "SELECT \(names) FROM \(kind.currentView) ORDER BY id")
    }
}

extension ModelField {
    /// Whether a stored field may leave the store under pseudonyms: a day of birth tells too much of somebody, and
    /// the numbers of documents are the school's own.
    fileprivate var mayLeave: Bool {
        switch type {
        case .date: !isPersonal
        case .documentNumber: false
        default: isStored
        }
    }
}

extension RecordKind {
    /// Whether every record of the kind says of which semester it is.
    fileprivate var hasSemester: Bool {
        fields.contains { $0.type == .semester && $0.isRequired }
    }
}
