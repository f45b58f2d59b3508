import PupilSupport

/// Makes the part of the page on data quality.
struct QualitySection {
    let report: SemesterReport
    let language: Language
    private var numbers: NumberText { NumberText(language: language) }

    var view: QualityView {
        report.audience == .internal ? internalView : publicView
    }

    /// Nothing of files and findings: only of whom something has not come.
    private var publicView: QualityView {
        var notes = [Phrases.publicQuality[language]]
        if !report.state.isComplete {
            notes.append(Phrases.notAllDelivered(PageState.missing(in: report))[language])
        }
        return QualityView(notes: notes, tables: [], findings: [], remarks: [])
    }

    private var internalView: QualityView {
        let digest = report.quality.digest
        let parts = [digest.held, digest.warned, digest.accepted]
        var remarks: [String] = []
        if digest.held.count == 0 { remarks.append(Phrases.nothingHeld[language]) }
        let left = parts.map(\.left).reduce(0, +)
        if left > 0 { remarks.append(Phrases.moreFindings(left)[language]) }
        return QualityView(
            notes: [Phrases.qualityNote[language], conservation] + erasures,
            tables: report.quality.files.isEmpty
                ? [] : [files, SchoolsToMend(report: report, language: language).table],
            findings: [
                table(digest.held, Phrases.findingsHeld),
                table(digest.warned, Phrases.findingsWarned),
                table(digest.accepted, Phrases.findingsAcknowledged),
            ].filter { !$0.rows.isEmpty },
            remarks: remarks)
    }

    /// Why a count may be lower than it was.
    private var erasures: [String] {
        let tickets = report.quality.erasures
        return tickets.isEmpty ? [] : [Phrases.erasures(tickets)[language]]
    }

    private var conservation: String {
        let files = report.quality.files
        func sum(_ count: KeyPath<FileQuality, Int>) -> Int {
            files.map { $0[keyPath: count] }.reduce(0, +)
        }
        return Phrases.conservation(
            sum(\.read), sum(\.loaded), sum(\.heldBack), sum(\.ignored))[language]
    }

    private var files: TableView {
        let headers = [
            Phrases.read, Phrases.loaded, Phrases.heldBack, Phrases.ignored, Phrases.balance,
        ].map { $0[language] }
        let rows = report.quality.files.map { file in
            let sum = [file.loaded, file.heldBack, file.ignored].map(numbers.integer)
                .joined(separator: " + ")
            let sign = file.isConserved ? "=" : "≠"
            let verdict = file.isConserved ? Phrases.balanced : Phrases.unbalanced
            let texts =
                [file.read, file.loaded, file.heldBack, file.ignored].map(numbers.integer) + [
                    "\(numbers.integer(file.read)) \(sign) \(sum) (\(verdict[language]))"
                ]
            return RowView(
                header: file.name,
                cells: zip(headers, texts).map { CellView(label: $0, text: $1) })
        }
        return TableView(
            caption: Phrases.files[language], corner: Phrases.file[language], headers: headers,
            rows: rows)
    }

    private func table(_ findings: FindingDigest.Part, _ caption: LocalizedText) -> FindingsView {
        FindingsView(
            caption: caption[language], placeLabel: Phrases.place[language],
            columnLabel: Phrases.column[language], ruleLabel: Phrases.rule[language],
            messageLabel: Phrases.found[language],
            rows: findings.shown.map { finding in
                FindingView(
                    place: finding.line > 0
                        ? "\(finding.file), \(finding.line).\u{00A0}\(Phrases.line[language])"
                        : finding.file,
                    column: finding.columnName ?? "–", rule: finding.rule,
                    message: finding.message[language])
            })
    }
}
