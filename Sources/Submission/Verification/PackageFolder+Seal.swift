extension PackageFolder {
    /// Whether nothing lies in it but folders, as when somebody emptied it.
    public var isEmptied: Bool { entries.allSatisfy(\.isFolder) }

    /// Whether it is what its own manifest and lists of fingerprints name, file by file, under its own name.
    ///
    /// Whoever changes a file and seals it again is not seen by this; the register, which has the fingerprint
    /// of the manifest, sees them.
    public var isAsSealed: Bool {
        if let manifest = YearReading.manifest(of: self) {
            let lists: [(folder: String, remark: String?)] = [("", YearWords(manifest).remark)]
            return manifest.package == name
                && FileListCheck(self, manifest.files, lists: lists).failures().isEmpty
        }
        guard let manifest = packageManifest else { return false }
        return manifest.package == name && FileListCheck(self, manifest.files).failures().isEmpty
    }

    /// The manifest of a semester's package, or `nil` when it holds none.
    public var packageManifest: PackageManifest? {
        guard let file = file("manifest.json"),
            let manifest = try? PackageJSON.value(PackageManifest.self, from: file.bytes),
            manifest.schema == PackageManifest.schemaName
        else { return nil }
        return manifest
    }
}
