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
            + ManifestFactCheck(manifest, reading).failures()
            + publicFigures(arePublicFilesEqual) + disclosures()
    }

    // MARK: - Rules

    private func rules(
        _ records: PackageCase, _ arePublicFilesEqual: Bool
    ) -> [VerificationFailure] {
        let package = CheckedPackage(
            records: records, aggregates: reading.aggregates,
            arePublicFilesEqual: arePublicFilesEqual)
        return ReportCheck(
            folder, manifest, found: SubmissionRules.all.map { CheckedRule($0, in: package) },
            preconditions: outside.preconditions
        ).failures()
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
