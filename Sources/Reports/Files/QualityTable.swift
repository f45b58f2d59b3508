import PupilSupport

/// What was read and what was found, as tables.
struct QualityTable {
    let report: SemesterReport
    let language: Language

    /// The files with their counts – read = loaded + held back + ignored –, then the columns of which
    /// nothing is kept, with the number of records that had them, then the findings.
    ///
    /// The column `entry` tells which a row is; columns that do not concern it are empty.
    var text: String {
        var table = DelimitedText(columns: TableColumn.quality.map(\.name))
        let none = DelimitedText.Cell.words("")
        for file in report.quality.files {
            table.append([
                .words("file"), .words(file.schools.joined(separator: "; ")), .words(file.kind),
                .words(file.semester?.code ?? ""), .words(file.name), .number("\(file.read)"),
                .number("\(file.loaded)"), .number("\(file.heldBack)"), .number("\(file.ignored)"),
                none, none, none, none, none, none, none, none, none,
            ])
        }
        for file in report.quality.files {
            for column in file.droppedColumns {
                table.append([
                    .words("column"), .words(file.schools.joined(separator: "; ")),
                    .words(file.kind), .words(file.semester?.code ?? ""), .words(file.name),
                    .number("\(file.read)"), none, none, none, none, none,
                    .number("\(column.number)"), .words(column.name), none, none, none, none, none,
                ])
            }
        }
        let files = Dictionary(
            report.quality.files.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        for finding in report.quality.findings {
            let file = files[finding.file]
            table.append([
                .words("finding"), .words(file?.schools.joined(separator: "; ") ?? ""),
                .words(file?.kind ?? ""),
                .words(file?.semester?.code ?? ""), .words(finding.file), none, none, none, none,
                .number("\(finding.line)"), .number(finding.byte.map(String.init)),
                .number(finding.column.map(String.init)), .words(finding.columnName ?? ""),
                .words(finding.rule), .words(finding.severity),
                .words(finding.disposition.rawValue), .words(finding.message[language]),
                .words(finding.isAcknowledged ? "yes" : "no"),
            ])
        }
        return table.text
    }
}
