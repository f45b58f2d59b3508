import PupilSupport
import Rollup

/// The description of the delimited files by the W3C's vocabulary for tabular data (CSVW).
///
/// Readers of CSVW look for this name in the folder of a table.
struct TableMetadata {
    static let fileName = "csv-metadata.json"

    let report: SemesterReport
    let language: Language
    let files: [DescribedFile]

    var bytes: [UInt8] {
        let municipality = report.municipality
        return JSONText.object([
            (
                "@context",
                .list([
                    .words("http://www.w3.org/ns/csvw"),
                    .object([("@language", .words(language.rawValue))]),
                ])
            ),
            (
                "dc:title",
                .words(
                    "\(Phrases.title[language]), \(Phrases.name(of: report.semester)[language])")
            ),
            ("dc:publisher", .words(municipality.board[language])),
            ("dc:language", .words(language.rawValue)),
            ("dc:accrualPeriodicity", .words(DataPackage.twiceAYear)),
            ("schema:funding", .words(municipality.project.funding[language])),
            ("tables", .list(files.compactMap(table))),
        ]).bytes
    }

    private func table(_ file: DescribedFile) -> JSONText? {
        guard let table = file.table else { return nil }
        var schema: [(key: String, value: JSONText)] = [
            ("columns", .list(table.columns.map { column($0, decimalMark: table.decimalMark) }))
        ]
        if let key = table.key { schema.append(("primaryKey", .words(Self.name(key)))) }
        return .object([
            ("url", .words(file.file.name)), ("dc:title", .words(file.title[language])),
            ("dc:description", .words(file.description[language])),
            (
                "dialect",
                .object([
                    ("delimiter", .words(table.delimiter)), ("encoding", .words("utf-8")),
                    ("header", .truth(true)), ("lineTerminators", .list([.words("\r\n")])),
                    ("quoteChar", .words("\"")), ("doubleQuote", .truth(true)),
                ])
            ), ("tableSchema", .object(schema)),
        ])
    }

    private func column(_ column: TableColumn, decimalMark: String) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("name", .words(Self.name(column.name))), ("titles", .words(column.name)),
            ("dc:description", .words(column.description[language])),
            ("datatype", datatype(of: column, decimalMark: decimalMark)),
        ]
        if column.isRequired { members.append(("required", .truth(true))) }
        return .object(members)
    }

    private func datatype(of column: TableColumn, decimalMark: String) -> JSONText {
        switch column.kind {
        case .integer: return .words("integer")
        case .number:
            guard decimalMark != "." else { return .words("decimal") }
            return .object([
                ("base", .words("decimal")),
                (
                    "format",
                    .object([("decimalChar", .words(decimalMark)), ("groupChar", .words(" "))])
                ),
            ])
        case .words(let words, let pattern):
            guard let format = pattern ?? (words.isEmpty ? nil : words.joined(separator: "|"))
            else {
                return .words("string")
            }
            return .object([("base", .words("string")), ("format", .words(format))])
        }
    }

    /// A name that may stand in a URI template, which blanks may not.
    private static func name(_ name: String) -> String { name.replacing(" ", with: "_") }
}
