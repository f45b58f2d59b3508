import PupilSupport

/// What was read and what was found, as tables.
struct QualityTable {
    let report: SemesterReport
    let language: Language

    /// The findings, one a row.
    var findings: String {
        var table = DelimitedText(columns: [
            "file", "line", "byte", "column", "column_name", "rule", "severity", "disposition",
            "message",
        ])
        for finding in report.quality.findings {
            table.append([
                .words(finding.file), .number("\(finding.line)"),
                .number(finding.byte.map(String.init)), .number(finding.column.map(String.init)),
                .words(finding.columnName ?? ""), .words(finding.rule), .words(finding.severity),
                .words(finding.disposition.rawValue), .words(finding.message[language]),
            ])
        }
        return table.text
    }

    /// The files, one a row: read = loaded + held back + ignored.
    var files: String {
        var table = DelimitedText(columns: [
            "file", "school_code", "kind", "semester", "records_read", "records_loaded",
            "records_held_back", "records_ignored",
        ])
        for file in report.quality.files {
            table.append([
                .words(file.name), .words(file.school ?? ""), .words(file.kind),
                .words(file.semester?.code ?? ""), .number("\(file.read)"),
                .number("\(file.loaded)"), .number("\(file.heldBack)"), .number("\(file.ignored)"),
            ])
        }
        return table.text
    }
}
