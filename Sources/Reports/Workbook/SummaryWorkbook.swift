import PupilSupport
import Rollup

/// The figures of a semester as a workbook: notes, definitions, and a sheet for each table.
struct SummaryWorkbook {
    let report: SemesterReport
    let language: Language
    /// The number of rows after which a table goes on in a further sheet.
    var mostRows = SheetWriter.mostRows

    /// The looks of the cells.
    struct Formats {
        let header: SheetFormat
        let label: SheetFormat
        let wrapped: SheetFormat
        let right: SheetFormat
        let day: SheetFormat
        private let values: [SheetFormat]
        private let changes: [SheetFormat]

        init(_ workbook: WorkbookWriter, language: Language) throws(WorkbookError) {
            header = try workbook.format(SheetStyle(isBold: true, isWrapped: true))
            label = try workbook.format(SheetStyle(isBold: true))
            wrapped = try workbook.format(SheetStyle(isWrapped: true))
            right = try workbook.format(SheetStyle(isRight: true))
            day = try workbook.format(
                SheetStyle(
                    numberFormat: language == .latvian ? "dd\\.mm\\.yyyy\\." : "yyyy\\-mm\\-dd"))
            values = [
                try workbook.format(SheetStyle(numberFormat: "#,##0")),
                try workbook.format(SheetStyle(numberFormat: "#,##0.0")),
            ]
            changes = [
                try workbook.format(SheetStyle(numberFormat: "+#,##0;-#,##0;0")),
                try workbook.format(SheetStyle(numberFormat: "+#,##0.0;-#,##0.0;0.0")),
            ]
        }

        func number(decimals: Int, isChange: Bool) -> SheetFormat {
            (isChange ? changes : values)[decimals > 0 ? 1 : 0]
        }
    }

    /// Returns the bytes of the workbook; the same report gives the same.
    func bytes() throws(WorkbookError) -> [UInt8] {
        let workbook = try WorkbookWriter()
        let formats = try Formats(workbook, language: language)
        let notes = NotesSheet(report: report, language: language)
        try workbook.setProperties(
            title: "\(Phrases.title[language]), \(Phrases.name(of: report.semester)[language])",
            author: report.municipality.board[language],
            comments: report.municipality.project.funding[language], time: time)
        try notes.write(to: try workbook.addSheet(Phrases.notes[language]), formats)
        for table in TidyTable.allCases {
            try FigureSheets(
                table: PeopleTable(report: report, language: language), mostRows: mostRows
            ).write(table, to: workbook, formats)
        }
        try DefinitionsSheet(report: report, language: language).write(
            to: try workbook.addSheet(Phrases.meanings[language]), formats)
        return try workbook.finish()
    }

    /// The time that the workbook says it was made at: the day of closing, or the semester's last day.
    private var time: Int {
        let day =
            report.revision?.entries.last?.closedOn
            ?? report.municipality.calendar.period(of: report.semester)?.endsOn
        guard let day, let epoch = CivilDate(year: 1970, month: 1, day: 1) else { return 0 }
        return (day.dayNumber - epoch.dayNumber) * 86_400
    }
}
