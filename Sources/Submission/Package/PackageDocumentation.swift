import PupilSupport

/// Describes the tables of a package as text, so that the document and the program cannot differ.
public enum PackageDocumentation {
    /// The document, in Markdown.
    public static var text: String {
        var text = """
            # The tables of a submission package

            Made from the program; a test compares the two. Every table is a CSV file: UTF-8 without a mark, RFC 4180,
            lines end in LF, rows in the order of their keys, empty cells where something is not known. Columns with ◆
            name people and are there only when the package includes identifiers. `participants` and the indicators
            are there as XML too, one attribute a column, described by `schemas/package.xsd`.

            """
        text += description(
            of: PackageContent.tables + PackageAggregates.tables + [PublicRow.table.description])
        text += """

            # The tables of a yearly report

            Written in the same way, and for the authorities alone: nothing of a yearly report is public. `report_state` says in
            every row whether the report is final.

            """
        return text + description(of: YearContent.tables)
    }

    private static func description(of tables: [TableDescription]) -> String {
        var text = ""
        for table in tables {
            text += "\n## `\(table.path)`\n\n\(table.title.en) (\(table.title.lv)). "
            text += "Key: \(table.key.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
            text += "| column | type | needed | what | Latvian |\n|---|---|---|---|---|\n"
            for column in table.columns {
                text +=
                    "| `\(column.name)`\(column.isIdentifier ? " ◆" : "") | \(type(column.type))"
                text += " | \(column.isRequired ? "yes" : "no") | \(column.title.en)"
                text += " | \(column.title.lv) |\n"
            }
        }
        return text
    }

    private static func type(_ type: ColumnType) -> String {
        switch type {
        case .text: "text"
        case .code(let codes): codes.map { "`\($0)`" }.joined(separator: ", ")
        case .codes: "codes, separated by `;`"
        case .integer: "whole number"
        case .amount: "amount, up to four decimals"
        case .date: "day, `2019-05-31`"
        case .month: "month, `2019-05`"
        case .flag: "`true` or `false`"
        case .fingerprint: "SHA-256, 64 hexadecimal digits"
        case .pseudonym: "pseudonym, 32 hexadecimal digits"
        }
    }
}
