import PupilSupport

/// The public part of a package: figures of the protected cube alone, in the forms in which people and
/// machines read them.
public struct PublicSummary: Hashable, Sendable {
    /// The rows.
    public var rows: [PublicRow]
    /// The least number of people behind a figure.
    public let threshold: Int
    /// The title.
    public let title: String
    /// Who publishes it.
    public let publisher: String
    /// The sentence that names the Union and the Fund.
    public let funding: String
    /// The number of the operation.
    public let operation: String

    /// Creates a summary; rows stand in the order of their keys.
    public init(
        rows: [PublicRow], threshold: Int, title: String, publisher: String, funding: String,
        operation: String
    ) {
        self.rows = rows
        TableText.sort(&self.rows)
        self.threshold = threshold
        self.title = title
        self.publisher = publisher
        self.funding = funding
        self.operation = operation
    }

    /// The path of the page, which is made elsewhere.
    public static let pagePath = "public/summary.html"

    /// Returns the files but for the page.
    public func files() throws -> [PackageFile] {
        let table = PublicRow.table
        let text = TableText.text(of: rows, withIdentifiers: false)
        let csv = PackageFile(
            path: table.path, bytes: text, audience: .public, rows: rows.count,
            schema: "public/datapackage.json#summary")
        return [
            csv,
            PackageFile(
                path: "public/summary.meta.csv", bytes: metadata, audience: .public,
                rows: table.columns.count),
            PackageFile(
                path: "public/summary.json", bytes: try PackageJSON.bytes(of: document),
                audience: .public, rows: rows.count, schema: Document.schemaName),
            PackageFile(
                path: "public/datapackage.json",
                bytes: try TabularPackage.bytes(
                    name: "public", title: title, tables: [(table.description, csv)],
                    withIdentifiers: false, methodNote: document.protection),
                audience: .public),
        ]
    }

    /// A companion that says what each column is (esf.md, PUB-3).
    private var metadata: [UInt8] {
        var text = "col_name,col_type,label,indicator_unit,indicator_dp\n"
        for column in PublicRow.table.columns.map(\.description) {
            let isIndicator = column.name == "value"
            text += "\(column.name),\(isIndicator ? "Indicator" : "Filter"),\(column.title.lv),"
            text += isIndicator ? "count,0\n" : ",\n"
        }
        return Array(text.utf8)
    }

    /// The summary as JSON.
    struct Document: Codable {
        static let schemaName = "pumpurs-public-summary/1"

        struct Row: Codable {
            var period: String
            var semester: String
            var level: String
            var school: String
            var measure: String
            var breakdown: String
            var category: String
            var sex: String
            var value: Int?
            var status: String
        }

        var schema: String
        var title: String
        var publisher: String
        var operation: String
        var funding: String
        var protection: Protection
        var rows: [Row]
    }

    /// How the figures are protected, as everybody may know it: the method and the threshold, but not which
    /// figures were small and which were hidden beside them (esf.md, SDC-5).
    struct Protection: Codable, Hashable {
        var method: String
        var threshold: Int
    }

    var document: Document {
        Document(
            schema: Document.schemaName, title: title, publisher: publisher, operation: operation,
            funding: funding,
            protection: Protection(method: "suppression", threshold: threshold),
            rows: rows.map { row in
                Document.Row(
                    period: row.timePeriod, semester: row.timeIdentifier,
                    level: row.geographicLevel, school: row.school, measure: row.measure,
                    breakdown: row.breakdown, category: row.category, sex: row.sex,
                    value: row.value, status: row.status)
            })
    }
}
