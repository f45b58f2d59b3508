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
                cells: zip(headers, texts(of: school.code)).map { CellView(label: $0, text: $1) })
        }
        return TableView(
            caption: Phrases.toMend[language], corner: Phrases.school[language], headers: headers,
            rows: rows)
    }

    private func texts(of school: String) -> [String] {
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
            numbers.integer(files.count),
            numbers.integer(files.map(\.heldBack).reduce(0, +)), counts(held), counts(warned),
        ]
    }

    private func counts(_ findings: [QualityFinding]) -> String {
        let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
        let texts = counts.sorted { $0.key < $1.key }.map {
            Phrases.failed($0.key, $0.value)[language]
        }
        return texts.isEmpty ? "–" : texts.joined(separator: ", ")
    }
}
