/// Checks 4, 6, 7 and 11: what the manifest says besides the totals and follows from the records.
struct ManifestFactCheck {
    private let manifest: PackageManifest
    private let reading: PackageReading

    init(_ manifest: PackageManifest, _ reading: PackageReading) {
        self.manifest = manifest
        self.reading = reading
    }

    func failures() -> [VerificationFailure] { day + rates + disclosure + inputs }

    private var day: [VerificationFailure] {
        let day = PackageManifest.dataAsOf(
            reading.content, periodEnd: manifest.reportPeriod.to)
        return failure(
            unless: manifest.dataAsOf == day, .aggregates, lv: "dataAsOf neatbilst ierakstiem",
            en: "dataAsOf is not that of the records")
    }

    private var rates: [VerificationFailure] {
        failure(
            unless: (try? PackageManifest.Rates(of: manifest.reference)) == manifest.rates,
            .aggregates, lv: "likmes neatbilst tām, pēc kurām rēķināts",
            en: "the rates are not those that amounts are computed by")
    }

    private var disclosure: [VerificationFailure] {
        let said = manifest.disclosure
        let counted = PackageManifest.Disclosure(
            reading.publicRows, against: reading.aggregates, threshold: said.threshold,
            reference: manifest.reference)
        return failure(
            unless: said.method == counted.method && said.primary == counted.primary
                && said.complementary == counted.complementary, .publicFigures,
            lv: "slēpto skaitļu skaits neatbilst publiskajiem skaitļiem",
            en: "the count of what is hidden is not that of the public figures")
            + failure(
                unless: said.auditedReleases == counted.auditedReleases, .revisions,
                lv: "kopā pārbaudītās pakotnes nav tās, ar kurām salīdzināts",
                en: "the packages audited together are not those that were compared with")
    }

    private var inputs: [VerificationFailure] {
        let known = Set(manifest.inputs.map(\.sha256))
        let cited = Set(reading.content.participants.map(\.sourceFile)).subtracting([""])
        return failure(
            unless: cited.isSubset(of: known), .keys,
            lv: "ieraksti nāk no failiem, kuru sarakstā (inputs) nav",
            en: "records come from files that the list (inputs) lacks")
            + failure(
                unless: manifest.inputs.allSatisfy {
                    $0.rowsAccepted + $0.rowsRejected <= $0.rowsRead
                }, .keys, lv: "pieņemto un aizturēto ierakstu ir vairāk nekā nolasīto",
                en: "more records are accepted and held back than were read")
    }

    private func failure(
        unless holds: Bool, _ check: VerificationCheck, lv: String, en: String
    ) -> [VerificationFailure] {
        holds ? [] : [VerificationFailure(check, "manifest.json", lv: lv, en: en)]
    }
}
