import PupilSupport

/// Checks 4 to 7 and 11: what the manifest says besides the totals and follows from the records.
struct ManifestFactCheck {
    private let manifest: PackageManifest
    private let reading: PackageReading

    init(_ manifest: PackageManifest, _ reading: PackageReading) {
        self.manifest = manifest
        self.reading = reading
    }

    func failures() -> [VerificationFailure] {
        day + rates + disclosure + inputs + impossible + rules
    }

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

    /// Inputs that cannot be: twice the same file, or of no school or semester of the package.
    private var impossible: [VerificationFailure] {
        let inputs = manifest.inputs
        let schools = Set(manifest.reference.schools.map(\.code))
        let last = Semester(code: manifest.reference.semester)
        let arePossible = inputs.allSatisfy { input in
            var isInTime = true
            if let code = input.semester {
                guard let semester = Semester(code: code), let last else { return false }
                isInTime = semester <= last
            }
            return isInTime && schools.isSuperset(of: input.schools)
                && !input.file.split(separator: "/").contains("..")
        }
        let cited = Set(reading.content.participants.map(\.sourceFile))
        let areLoaded = inputs.allSatisfy { !cited.contains($0.sha256) || $0.rowsAccepted > 0 }
        let isEachOnce = Set(inputs.map(\.file)).count == inputs.count
        return failure(
            unless: arePossible && areLoaded && isEachOnce, .keys,
            lv: "failu sarakstā (inputs) ir kas neiespējams",
            en: "the list of files (inputs) has what cannot be")
    }

    /// What was accepted without anybody who answers for it, and rules that are not those that the program has.
    private var rules: [VerificationFailure] {
        let areSigned = manifest.validation.waived.allSatisfy {
            !$0.author.isEmpty && !$0.reason.isEmpty
        }
        let own = PackageFile.fingerprint(of: Array(SubmissionRules.fingerprintText.utf8))
        let areOwn =
            manifest.ruleset.id != SubmissionRules.identifier || manifest.ruleset.sha256 == own
        return failure(
            unless: areSigned, .rules, lv: "pieņemts bez autora vai pamatojuma",
            en: "accepted without an author or a reason")
            + failure(
                unless: areOwn, .rules, lv: "likumu nospiedums nav šo likumu",
                en: "the fingerprint of the rules is not that of these rules")
    }

    private func failure(
        unless holds: Bool, _ check: VerificationCheck, lv: String, en: String
    ) -> [VerificationFailure] {
        holds ? [] : [VerificationFailure(check, "manifest.json", lv: lv, en: en)]
    }
}
