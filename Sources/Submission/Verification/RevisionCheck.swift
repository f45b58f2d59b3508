/// Check 11: each revision names the one it takes the place of, by the fingerprint of its manifest.
struct RevisionCheck {
    private let folder: PackageFolder
    private let manifest: PackageManifest
    private let siblings: (String) -> PackageFolder?

    init(
        _ folder: PackageFolder, _ manifest: PackageManifest,
        siblings: @escaping (String) -> PackageFolder?
    ) {
        self.folder = folder
        self.manifest = manifest
        self.siblings = siblings
    }

    private func failure(lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.revisions, "manifest.json", lv: lv, en: en)
    }

    func failures() -> [VerificationFailure] {
        guard manifest.supersedes == manifest.reference.superseded else {
            return [
                failure(
                    lv: "aizstātā pakotne nosaukta divējādi",
                    en: "the package it takes the place of is named in two ways")
            ]
        }
        guard let superseded = manifest.supersedes else {
            return manifest.revision == 1
                ? []
                : [
                    failure(
                        lv: "nav teikts, kuru pakotni tā aizstāj",
                        en: "it does not say which package it takes the place of")
                ]
        }
        guard let own = PackageName(manifest.package),
            let earlier = PackageName(superseded.package), own.revision > earlier.revision,
            own.revision(earlier.revision) == earlier
        else {
            return [
                failure(
                    lv: "tā aizstāj pakotni, kas nav tās agrāks izdevums",
                    en: "it takes the place of a package that is no earlier revision of it")
            ]
        }
        // Somebody who has only this package cannot see the other; whoever has both can.
        guard let other = siblings(superseded.package) else { return [] }
        guard let file = other.file("manifest.json"),
            PackageFile.fingerprint(of: file.bytes) == superseded.manifest
        else {
            return [
                failure(
                    lv: "aizstātā pakotne blakus ir cita, nekā nosaukta",
                    en: "the package it takes the place of is another one than it names")
            ]
        }
        return []
    }
}
