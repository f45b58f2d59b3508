public import PupilSupport

/// Tables that are summed up in one pass over the rows of a query.
public struct Extract: Hashable, Sendable {
    /// The code, which is also the name of the file.
    public var code: String
    /// The name of the query's file.
    public var evidence: String
    /// The text of the query.
    public var sql: String
    /// The kind of record whose numbers the query's column `id` holds, by which two threads share the
    /// rows; `nil` where one reads all.
    public var parts: RecordKind?
    /// The tables, in the order of the definition.
    public var tables: [ExtractTable]

    /// The column by whose values the rows are shared.
    static let partColumn = "id"

    /// Creates an extract.
    public init(
        code: String, evidence: String, sql: String, parts: RecordKind? = nil,
        tables: [ExtractTable]
    ) {
        self.code = code
        self.evidence = evidence
        self.sql = sql
        self.parts = parts
        self.tables = tables
    }

    /// The columns of the query that tables need, each once.
    var columns: [String] {
        var columns: [String] = []
        for column in tables.flatMap(\.columns) where !columns.contains(column) {
            columns.append(column)
        }
        return columns
    }
}

/// A table of an extract: a row for each combination of its keys that the evidence holds.
public struct ExtractTable: Hashable, Sendable {
    /// The name of the file without its ending.
    public var file: String
    /// What tells the rows apart, in the order of the file.
    public var keys: [ExtractKey]
    /// What is counted and summed, in the order of the file behind the keys.
    public var amounts: [ExtractAmount]
    /// The places of the keys by which the rows are ordered, the first one first.
    public var order: [Int]

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - file: The name of the file without its ending.
    ///   - keys: What tells the rows apart.
    ///   - amounts: What is counted and summed.
    ///   - order: The places of the keys by which the rows are ordered; keys that are left out follow.
    public init(
        file: String, keys: [ExtractKey], amounts: [ExtractAmount], order: [Int] = []
    ) {
        self.file = file
        self.keys = keys
        self.amounts = amounts
        self.order = order + keys.indices.filter { !order.contains($0) }
    }

    /// The columns of the query that the table needs; one may stand twice.
    var columns: [String] { keys.map(\.column) + amounts.compactMap(\.aggregate.column) }

    /// The columns of the query that tell rows apart, each once: two keys may show one column.
    var keyColumns: [String] {
        var columns: [String] = []
        for key in keys where !columns.contains(key.column) { columns.append(key.column) }
        return columns
    }
}

/// A column of a table that tells its rows apart.
public struct ExtractKey: Hashable, Sendable {
    /// The name in the file.
    public var name: String
    /// The column of the query.
    public var column: String
    /// How its values are shown.
    public var form: ExtractKeyForm

    /// Creates a key.
    public init(name: String, column: String, form: ExtractKeyForm = .value) {
        self.name = name
        self.column = column
        self.form = form
    }
}

/// How the values of a key are shown.
public enum ExtractKeyForm: String, Hashable, Sendable, CaseIterable {
    /// As the query gives them.
    case value
    /// The code of the school whose key the column holds.
    case schoolCode = "school_code"
    /// The registration number of the school.
    case schoolRegistrationNumber = "school_registration_number"
    /// The Latvian name of the school.
    case schoolNameInLatvian = "school_name_lv"
    /// The English name of the school.
    case schoolNameInEnglish = "school_name_en"
    /// The code of the term whose key the column holds.
    case termCode = "term_code"
    /// The Latvian name of the term.
    case termNameInLatvian = "term_name_lv"
    /// The English name of the term.
    case termNameInEnglish = "term_name_en"
    /// The code of the semester, `2018-2019-2`.
    case semesterCode = "semester_code"
    /// The year in which the school year of the semester begins.
    case schoolYear = "school_year"
    /// The number of the semester in its school year.
    case semesterNumber = "semester_number"
}

/// A column of a table that is counted or summed.
public struct ExtractAmount: Hashable, Sendable {
    /// The name in the file.
    public var name: String
    /// How it is made.
    public var aggregate: ExtractAggregate
    /// By what it is divided to be shown.
    public var divisor: Int
    /// How many decimals are shown.
    public var decimals: Int

    /// Creates an amount.
    public init(name: String, aggregate: ExtractAggregate, divisor: Int = 1, decimals: Int = 0) {
        self.name = name
        self.aggregate = aggregate
        self.divisor = divisor
        self.decimals = decimals
    }
}

/// How an amount is made from rows.
public enum ExtractAggregate: Hashable, Sendable {
    /// The number of rows.
    case count
    /// The number of distinct values of a column; empty ones do not count.
    case countDistinct(String)
    /// The sum of a column; empty values add nothing.
    case sum(String)
    /// The number of rows in which a column is 1.
    case countWhere(String)

    /// The column of the query that it looks at.
    public var column: String? {
        switch self {
        case .count: nil
        case .countDistinct(let column), .sum(let column), .countWhere(let column): column
        }
    }
}
