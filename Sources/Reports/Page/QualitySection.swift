import PupilSupport

/// Makes the part of the page on data quality.
struct QualitySection {
    /// As many findings of a kind as the page shows; the others are in the data file.
    static let mostFindings = 500

    let report: SemesterReport
    let language: Language
    private var numbers: NumberText { NumberText(language: language) }

    var view: QualityView {
        let findings = report.quality.findings
        let held = findings.filter { $0.disposition == .heldBack || $0.disposition == .refused }
        let warned = findings.filter { finding in
            [.loaded, .ignored].contains(finding.disposition) && finding.severity != "note"
        }
        var remarks: [String] = []
        if held.isEmpty { remarks.append(Phrases.nothingHeld[language]) }
        let left =
            max(held.count - Self.mostFindings, 0) + max(warned.count - Self.mostFindings, 0)
        if left > 0 { remarks.append(Phrases.moreFindings(left)[language]) }
        let tables = [
            report.quality.files.isEmpty ? nil : files, table(held, Phrases.findingsHeld),
            table(warned, Phrases.findingsWarned),
        ]
        return QualityView(
            note: Phrases.qualityNote[language], tables: tables.compactMap(\.self),
            remarks: remarks)
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
                header: file.name, isTotal: false,
                cells: zip(headers, texts).map { CellView(label: $0, text: $1) })
        }
        return TableView(
            caption: Phrases.files[language], corner: Phrases.file[language], headers: headers,
            rows: rows)
    }

    private func table(_ findings: [QualityFinding], _ caption: LocalizedText) -> TableView? {
        guard !findings.isEmpty else { return nil }
        let headers = [Phrases.column, Phrases.rule, Phrases.found].map { $0[language] }
        let rows = findings.prefix(Self.mostFindings).map { finding in
            RowView(
                header: finding.line > 0
                    ? "\(finding.file), \(finding.line).\u{00A0}\(Phrases.line[language])"
                    : finding.file,
                isTotal: false,
                cells: [
                    CellView(label: headers[0], text: finding.columnName ?? "–"),
                    CellView(label: headers[1], text: finding.rule, isCode: true),
                    CellView(label: headers[2], text: finding.message[language]),
                ])
        }
        return TableView(
            caption: caption[language], corner: Phrases.place[language], headers: headers,
            rows: rows, isWords: true)
    }
}
