/// Check 11: each revision names the one it takes the place of, by the fingerprint of its manifest.
struct RevisionCheck {
    private let siblings: (String) -> PackageFolder?
    private let revision: Int
    private let supersedes: PackageReference.SupersededPackage?
    /// What the reference says is replaced.
    private let referred: PackageReference.SupersededPackage?
    /// Whether a name is that of an earlier revision.
    private let isEarlier: (String) -> Bool

    init(_ manifest: PackageManifest, siblings: @escaping (String) -> PackageFolder?) {
        self.siblings = siblings
        revision = manifest.revision
        supersedes = manifest.supersedes
        referred = manifest.reference.superseded
        isEarlier = { text in
            guard let own = PackageName(manifest.package), let earlier = PackageName(text) else {
                return false
            }
            return own.revision > earlier.revision && own.revision(earlier.revision) == earlier
        }
    }

    init(year manifest: YearManifest, siblings: @escaping (String) -> PackageFolder?) {
        self.siblings = siblings
        revision = manifest.revision
        supersedes = manifest.supersedes
        referred = manifest.reference.superseded
        isEarlier = { text in
            guard let own = YearName(manifest.package), let earlier = YearName(text) else {
                return false
            }
            return own.revision > earlier.revision && own.isSameReport(as: earlier)
        }
    }

    private func failure(lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.revisions, "manifest.json", lv: lv, en: en)
    }

    func failures() -> [VerificationFailure] {
        guard supersedes == referred else {
            return [
                failure(
                    lv: "aizstātā pakotne nosaukta divējādi",
                    en: "the package it takes the place of is named in two ways")
            ]
        }
        guard let superseded = supersedes else {
            return revision == 1
                ? []
                : [
                    failure(
                        lv: "nav teikts, kuru pakotni tā aizstāj",
                        en: "it does not say which package it takes the place of")
                ]
        }
        guard isEarlier(superseded.package) else {
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
