import PupilSupport

/// Makes the table of what each school should mend.
struct SchoolsToMend {
    let report: SemesterReport
    let language: Language
    private var numbers: NumberText { NumberText(language: language) }

    var table: TableView {
        let headers = [
            Phrases.filesOfSchool, Phrases.held, Phrases.checks, Phrases.toLookAt,
        ].map { $0[language] }
        let rows = report.municipality.schools.map { school in
            RowView(
                header: school.shortName[language],
                cells: cells(of: school.code, headers))
        }
        return TableView(
            caption: Phrases.toMend[language], corner: Phrases.school[language], headers: headers,
            rows: rows)
    }

    private func cells(of school: String, _ headers: [String]) -> [CellView] {
        let files = report.quality.files.filter { $0.schools == [school] }
        let names = Set(files.map(\.name))
        let findings = report.quality.findings.filter {
            names.contains($0.file) && !$0.isAcknowledged
        }
        let held = findings.filter { [.heldBack, .refused].contains($0.disposition) }
        let warned = findings.filter { finding in
            [.loaded, .ignored].contains(finding.disposition) && finding.severity != "note"
        }
        return [
            CellView(label: headers[0], text: numbers.integer(files.count)),
            CellView(
                label: headers[1], text: numbers.integer(files.map(\.heldBack).reduce(0, +))),
            counts(held, headers[2]), counts(warned, headers[3]),
        ]
    }

    private func counts(_ findings: [QualityFinding], _ label: String) -> CellView {
        let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
        let texts = counts.sorted { $0.key < $1.key }.map {
            Phrases.failed($0.key, $0.value)[language]
        }
        return CellView(label: label, text: texts.isEmpty ? "–" : "", codes: texts)
    }
}
