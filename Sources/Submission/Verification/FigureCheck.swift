import Diagnostics
import PupilSupport

/// Checks 5 to 8: the rules and all figures, from the records alone.
struct FigureCheck {
    private let folder: PackageFolder
    private let manifest: PackageManifest
    private let reading: PackageReading
    private let outside: PackageVerification.Outside

    init(
        _ folder: PackageFolder, _ manifest: PackageManifest, _ reading: PackageReading,
        _ outside: PackageVerification.Outside
    ) {
        self.folder = folder
        self.manifest = manifest
        self.reading = reading
        self.outside = outside
    }

    func failures() -> [VerificationFailure] {
        let records = PackageCase(content: reading.content, reference: manifest.reference)
        let arePublicFilesEqual = arePublicFilesEqual
        return rules(records, arePublicFilesEqual) + aggregates(records)
            + publicFigures(arePublicFilesEqual) + disclosures()
    }

    // MARK: - Rules

    private func rules(
        _ records: PackageCase, _ arePublicFilesEqual: Bool
    ) -> [VerificationFailure] {
        let path = "validation-report.json"
        guard let file = folder.file(path),
            let report = try? PackageJSON.value(
                ValidationReport.Document.self, from: file.bytes)
        else {
            return [
                VerificationFailure(.rules, path, lv: "tas nav lasāms", en: "it cannot be read")
            ]
        }
        let package = CheckedPackage(
            records: records, aggregates: reading.aggregates,
            arePublicFilesEqual: arePublicFilesEqual)
        var failures: [VerificationFailure] = []
        let said = Dictionary(
            report.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for rule in SubmissionRules.all.map({ CheckedRule($0, in: package) }) {
            let found = rule.hits.map { Said($0.table, $0.row, rule.severity(of: $0), $0.found.en) }
            let listed = said[rule.code]?.hits.map {
                Said($0.table, $0.row, Severity(rawValue: $0.severity) ?? .fatal, $0.foundEn)
            }
            guard listed.map(Set.init) != Set(found) else { continue }
            failures.append(
                VerificationFailure(
                    .rules, rule.code,
                    lv:
                        "pārbaudes atrod vietas: \(found.count), ziņojumā to ir \(listed?.count ?? 0)",
                    en:
                        "the rule finds \(found.count) places, the report names \(listed?.count ?? 0)"
                ))
        }
        for rule in report.rules {
            for hit in rule.hits where hit.state != "acknowledged" {
                failures.append(
                    VerificationFailure(
                        .rules, "\(rule.code) \(hit.row)",
                        lv: "to neviens nav pieņēmis, bet pakotne ir aizzīmogota",
                        en: "nobody accepted it, and yet the package is sealed"))
            }
        }
        let hits = report.rules.reduce(0) { $0 + $1.hits.count }
        let waived = manifest.validation.waived.reduce(0) { $0 + $1.hits }
        if manifest.validation.errors != 0 || report.errors != 0
            || manifest.validation.warnings != report.warnings || report.warnings != hits
            || waived != hits || report.ruleset != manifest.ruleset.id
        {
            failures.append(
                VerificationFailure(
                    .rules, "manifest.json", lv: "kļūdu un brīdinājumu skaits neatbilst ziņojumam",
                    en: "the numbers of errors and warnings are not those of the report"))
        }
        return failures
    }

    private struct Said: Hashable {
        let table: String
        let row: String
        let severity: Severity
        let found: String

        init(_ table: String, _ row: String, _ severity: Severity, _ found: String) {
            self.table = table
            self.row = row
            self.severity = severity
            self.found = found
        }
    }

    // MARK: - Figures

    private func aggregates(_ records: PackageCase) -> [VerificationFailure] {
        let counted = PackageAggregates(counting: records)
        let totals = PackageManifest.Totals(counted)
        var failures =
            differences(reading.aggregates.output, counted.output)
            + differences(reading.aggregates.result, counted.result)
            + differences(reading.aggregates.project, counted.project)
            + differences(reading.aggregates.reconciliation, counted.reconciliation)
        if totals != manifest.totals {
            failures.append(
                VerificationFailure(
                    .aggregates, "manifest.json", lv: "kopskaiti neatbilst ierakstiem",
                    en: "the totals are not those of the records"))
        }
        return failures
    }

    private func differences<Record: PackageRecord>(
        _ said: [Record], _ counted: [Record]
    ) -> [VerificationFailure] {
        guard said != counted else { return [] }
        let known = Set(counted)
        let wrong = said.enumerated().filter { !known.contains($0.element) }.map { $0.offset + 2 }
        let places = wrong.isEmpty ? [0] : wrong
        return places.map { line in
            VerificationFailure(
                .aggregates, line == 0 ? Record.table.path : "\(Record.table.path):\(line)",
                lv: "no ierakstiem iznāk cits skaitlis", en: "the records give another figure")
        }
    }

    private func publicFigures(_ arePublicFilesEqual: Bool) -> [VerificationFailure] {
        let exact = reading.aggregates.semesterFigures
        var failures: [VerificationFailure] = []
        for (index, row) in reading.publicRows.enumerated() {
            let place = "\(PublicRow.table.path):\(index + 2)"
            let value = row.exactValue(in: exact)
            if value == nil {
                failures.append(
                    VerificationFailure(
                        .publicFigures, place, lv: "precīzā skaitļa tam nav",
                        en: "there is no exact figure for it"))
            } else if row.status.isEmpty || row.status == "low"
                ? row.value != value : row.value != nil
            {
                failures.append(
                    VerificationFailure(
                        .publicFigures, place,
                        lv: "vērtība neatbilst precīzajam skaitlim vai ir jāslēpj",
                        en: "the value is not the exact one, or must be hidden"))
            }
        }
        if !arePublicFilesEqual {
            failures.append(
                VerificationFailure(
                    .publicFigures, "public/", lv: "CSV, JSON un HTML nav vienādi",
                    en: "CSV, JSON and HTML do not say the same"))
        }
        return failures
    }

    /// Whether JSON, metadata and page are those that the table gives.
    private var arePublicFilesEqual: Bool {
        guard let summary = PublicSummary(manifest, rows: reading.publicRows),
            let files = try? summary.files(), let page = outside.page(manifest, reading.publicRows)
        else { return false }
        return files.allSatisfy { folder.file($0.path)?.bytes == $0.bytes }
            && folder.file(PublicSummary.pagePath)?.bytes == page
    }

    private func disclosures() -> [VerificationFailure] {
        outside.disclosures(manifest, reading.publicRows).map { cell in
            VerificationFailure(
                .disclosure, cell, lv: "slēpto vērtību var izrēķināt",
                en: "the hidden value can be worked out")
        }
    }
}

extension PublicSummary {
    /// Takes the words of a manifest.
    public init?(_ manifest: PackageManifest, rows: [PublicRow]) {
        guard let words = manifest.reference.publicWords else { return nil }
        self.init(
            rows: rows, threshold: manifest.disclosure.threshold, title: words.title,
            publisher: manifest.reporter.name, funding: words.funding,
            operation: manifest.operation.number)
    }
}
