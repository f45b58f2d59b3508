import PupilSupport
import Rollup

/// What each indicator means, as a sheet.
struct DefinitionsSheet {
    let report: SemesterReport
    let language: Language

    func write(to sheet: SheetWriter, _ formats: SummaryWorkbook.Formats) throws(WorkbookError) {
        let columns: [(name: LocalizedText, width: Double)] = [
            (Phrases.code, 30), (Phrases.indicator, 48), (Phrases.unit, 20),
            (Phrases.countingUnits, 40), (Phrases.definition, 100),
        ]
        for (column, (name, width)) in columns.enumerated() {
            try sheet.write(name[language], row: 0, column: column, formats.header)
            try sheet.setWidth(width, column: column)
        }
        let indicators = report.cube.families.flatMap(\.indicators)
        for (place, indicator) in indicators.enumerated() {
            let texts = [
                indicator.code, indicator.name[language], indicator.unit.name[language],
                indicator.countingUnit.words.name[language], indicator.definition[language],
            ]
            for (column, text) in texts.enumerated() {
                try sheet.write(text, row: place + 1, column: column, formats.wrapped)
            }
        }
        try sheet.setHeader(rows: indicators.count, columns: columns.count)
    }
}
