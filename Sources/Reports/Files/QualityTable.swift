import PupilSupport

/// What was read and what was found, as tables.
struct QualityTable {
    let report: SemesterReport
    let language: Language

    /// The files with their counts – read = loaded + held back + ignored –, then the columns of which
    /// nothing is kept, with the number of records that had them, then the findings.
    ///
    /// The column `entry` tells which a row is; columns that do not concern it are empty.
    ///
    /// - Throws: ``SpoolError`` when the machine has no room for it, and what keeps findings from being read.
    func content() throws -> ReportContent {
        let writer = ContentWriter()
        try write(to: writer.append)
        return try writer.finish()
    }

    /// Hands on the text piece by piece.
    func write(to body: ([UInt8]) throws -> Void) throws {
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
        // The row of the file names every school; each finding would name them again.
        let schools = files.mapValues { ConcernedSchools($0.schools).cell }
        try report.quality.findings.forEach { finding in
            let file = files[finding.file]
            table.append([
                .words("finding"), .words(schools[finding.file] ?? ""),
                .words(file?.kind ?? ""),
                .words(file?.semester?.code ?? ""), .words(finding.file), none, none, none, none,
                .number("\(finding.line)"), .number(finding.byte.map(String.init)),
                .number(finding.column.map(String.init)), .words(finding.columnName ?? ""),
                .words(finding.rule), .words(finding.severity),
                .words(finding.disposition.rawValue), .words(finding.message[language]),
                .words(finding.isAcknowledged ? "yes" : "no"),
            ])
            try table.handOn(to: body)
        }
        try body(Array(table.text.utf8))
    }
}
