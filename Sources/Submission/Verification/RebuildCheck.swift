/// Check 13: the records of the package give every file of it again, byte for byte.
struct RebuildCheck {
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

    /// What the rules said is compared by check 5; it names places in files that nobody else has.
    private static let reports: Set = ["validation-report.json", "validation-report.csv"]

    func failures() -> [VerificationFailure] {
        guard let summary = PublicSummary(manifest, rows: reading.publicRows),
            let page = outside.page(manifest, reading.publicRows),
            let publicFiles = try? summary.files(),
            let files = try? PackageAssembly(
                content: reading.content, aggregates: reading.aggregates,
                publicFiles: publicFiles
                    + [PackageFile(path: PublicSummary.pagePath, bytes: page, audience: .public)],
                reports: Self.reports.compactMap { path in
                    folder.file(path).map { (path, $0.bytes) }
                }, contact: manifest.reference.publicWords?.contact ?? "",
                funding: summary.funding
            ).files(manifest)
        else {
            return [
                VerificationFailure(
                    .rebuild, "manifest.json", lv: "pakotni nevar izveidot no jauna",
                    en: "the package cannot be made again")
            ]
        }
        return files.compactMap { file in
            guard folder.file(file.path)?.bytes != file.bytes else { return nil }
            return VerificationFailure(
                .rebuild, file.path, lv: "no ierakstiem iznāk citi baiti",
                en: "the records give other bytes")
        }
    }
}
