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
        let digest = report.quality.digest
        return [
            CellView(label: headers[0], text: numbers.integer(files.count)),
            CellView(
                label: headers[1], text: numbers.integer(files.map(\.heldBack).reduce(0, +))),
            counts(digest.heldCounts, of: names, headers[2]),
            counts(digest.warnedCounts, of: names, headers[3]),
        ]
    }

    private func counts(
        _ counts: FindingDigest.Counts, of files: Set<String>, _ label: String
    ) -> CellView {
        let counts = files.reduce(into: [:]) { sum, file in
            sum.merge(counts[file] ?? [:], uniquingKeysWith: +)
        }
        let texts = counts.sorted { $0.key < $1.key }.map {
            Phrases.failed($0.key, $0.value)[language]
        }
        return CellView(label: label, text: texts.isEmpty ? "–" : "", codes: texts)
    }
}
