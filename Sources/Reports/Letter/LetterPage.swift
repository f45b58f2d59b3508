import PupilSupport

/// Makes what the template of a letter shows.
struct LetterPage {
    let letter: SchoolLetter
    let language: Language
    private var words: LetterWords { LetterWords(language) }

    var view: LetterView {
        let isOpen = letter.errorCount + letter.warningCount + letter.missing.count > 0
        return LetterView(
            language: language.rawValue, title: words.title, skip: Phrases.skip[language],
            board: letter.board[language], school: letter.school[language],
            semester: language == .latvian ? letter.semester.latvian : letter.semester.english,
            isOpen: isOpen,
            verdict: words.verdict(
                of: letter.files.count, errors: letter.errorCount, warnings: letter.warningCount),
            missing: letter.missing.map { $0[language] + "." }, files: letter.files.map(file),
            closing: words.closing(
                hasErrors: letter.errorCount > 0, hasWarnings: letter.warningCount > 0,
                hasMissing: !letter.missing.isEmpty))
    }

    private func file(_ file: SchoolLetter.File) -> LetterFileView {
        let (errors, warnings) = (file.errors, file.warnings)
        let left = errors.count - errors.shown.count + warnings.count - warnings.shown.count
        var remarks: [String] = []
        if left > 0 { remarks.append(words.more(left)) }
        if file.isShared { remarks.append(words.shared) }
        return LetterFileView(
            name: file.name, counts: words.counts(of: file),
            tables: [
                table(errors, words.errors(errors.count)),
                table(warnings, words.warnings(warnings.count)),
            ].filter { !$0.rows.isEmpty }, remarks: remarks)
    }

    private func table(_ findings: SchoolLetter.Part, _ caption: String) -> LetterTableView {
        LetterTableView(
            caption: caption, placeLabel: Phrases.place[language],
            columnLabel: Phrases.column[language], foundLabel: Phrases.found[language],
            adviceLabel: words.advice,
            rows: findings.shown.map { finding in
                LetterRowView(
                    place: finding.cell ?? words.line(finding.line),
                    column: finding.columnName ?? "–", found: finding.found[language],
                    rule: finding.rule, advice: finding.advice[language])
            })
    }
}

/// A letter as its template shows it.
struct LetterView {
    let language: String
    let title: String
    let skip: String
    let board: String
    let school: String
    let semester: String
    let isOpen: Bool
    let verdict: String
    let missing: [String]
    let files: [LetterFileView]
    let closing: [String]
}

/// A file of a letter.
struct LetterFileView {
    let name: String
    let counts: String
    let tables: [LetterTableView]
    let remarks: [String]
}

/// The errors or the warnings of a file.
struct LetterTableView {
    let caption: String
    let placeLabel: String
    let columnLabel: String
    let foundLabel: String
    let adviceLabel: String
    let rows: [LetterRowView]
}

/// A finding of a letter.
struct LetterRowView {
    let place: String
    let column: String
    let found: String
    let rule: String
    let advice: String
}
