import PupilSupport
import Rollup

/// What a reader of the figures must know, as a sheet of names and texts.
struct NotesSheet {
    /// A text of the sheet.
    private enum Note {
        case words(String)
        case day(CivilDate)
    }

    let report: SemesterReport
    let language: Language

    func write(to sheet: SheetWriter, _ formats: SummaryWorkbook.Formats) throws(WorkbookError) {
        try sheet.setWidth(32, column: 0)
        try sheet.setWidth(100, column: 1)
        for (row, (name, note)) in notes.enumerated() {
            try sheet.write(name[language], row: row, column: 0, formats.label)
            switch note {
            case .words(let words):
                try sheet.write(words, row: row, column: 1, formats.wrapped)
            case .day(let day):
                try sheet.write(day, row: row, column: 1, formats.day)
            }
        }
        sheet.setPage()
    }

    private var notes: [(name: LocalizedText, note: Note)] {
        let (municipality, project) = (report.municipality, report.municipality.project)
        var notes: [(name: LocalizedText, note: Note)] = [
            (Phrases.title, .words(project.title[language])),
            (Phrases.project, .words("\(project.number), \(project.shortName)")),
            (Phrases.financing, .words(project.funding[language])),
            (Phrases.publisher, .words(municipality.board[language])),
            (Phrases.semester, .words(Phrases.name(of: report.semester)[language])),
        ]
        if let period = municipality.calendar.period(of: report.semester) {
            notes += [
                (Phrases.periodStart, .day(period.startsOn)),
                (Phrases.periodEnd, .day(period.endsOn)),
            ]
        }
        let state = report.state.isComplete ? Phrases.complete : Phrases.incomplete
        notes.append((Phrases.state, .words(state[language])))
        notes += report.state.reasons.map { (Phrases.missing, .words($0[language])) }
        notes += revisions.map { (Phrases.revision, .words($0[language])) }
        notes += municipality.schools.map { school in
            (Phrases.source, .words("\(Phrases.sourceSchools[language]): \(school.name[language])"))
        }
        notes.append((Phrases.use, .words(use[language])))
        if report.audience == .public {
            notes.append((Phrases.protection, .words(Phrases.hiddenFigures[language])))
        }
        notes += ValueStatus.allCases.filter { $0 != .present }.map { status in
            (Phrases.symbols, .words("\(status.bracketed) – \(status.meaning[language])"))
        }
        notes += countingUnits.map { unit in
            let (name, meaning) = unit.words
            return (Phrases.countingUnits, .words("\(name[language]) – \(meaning[language])"))
        }
        notes.append((Phrases.definitionsHash, .words(report.definitionsHash)))
        return notes
    }

    private var use: LocalizedText {
        guard report.audience == .internal else { return Phrases.publicUse }
        let (use, exact) = (Phrases.internalUse, Phrases.exactFigures)
        return LocalizedText(lv: "\(use.lv). \(exact.lv)", en: "\(use.en). \(exact.en)")
    }

    private var revisions: [LocalizedText] {
        guard let entries = report.revision?.entries, !entries.isEmpty else {
            return [Phrases.openSemester]
        }
        return entries.map(Phrases.revision)
    }

    private var countingUnits: [CountingUnit] {
        let used = Set(report.cube.families.flatMap(\.indicators).map(\.countingUnit))
        return CountingUnit.allCases.filter(used.contains)
    }
}
