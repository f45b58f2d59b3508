import Submission
import SupportStore

extension PackageShelf {
    /// Whether a package that lies there was sealed by another state: under a key that the store never had.
    ///
    /// - Parameters:
    ///   - name: The package.
    ///   - keys: The keys that the store has or had, or `nil` where that cannot be told.
    func isForeign(_ name: PackageName, to keys: Set<String>?) -> Bool {
        guard let keys, let folder = package(name.description),
            let manifest = folder.packageManifest, !keys.contains(manifest.keyId)
        else { return false }
        let lying = folder.file("manifest.json").map { PackageFile.fingerprint(of: $0.bytes) }
        return !remembered.contains { $0.package == name.description && $0.manifest == lying }
    }

    /// Makes the store remember what was sealed: the folder, and its register with it, may be lost.
    func remember(in store: SupportStore) throws {
        let keys = try store.keyIdentifiers()
        let foreign = Set(packages.filter { isForeign($0, to: keys) }.map(\.description))
        try store.remember(
            entries().compactMap { entry in
                // Of a yearly report nothing tells whose it is; beside another state's packages it may be theirs.
                guard entry.state == .sealed, let manifest = entry.manifest,
                    PackageName(entry.package) != nil
                        ? !foreign.contains(entry.package) : foreign.isEmpty
                else { return nil }
                return SealedPackage(
                    package: entry.package, manifest: manifest, sealedAt: entry.at,
                    folder: place(from: store))
            })
    }

    /// Returns the fingerprint of a package that was sealed in another folder and of which nothing is here.
    ///
    /// Whoever makes that one again, byte for byte, has the same package, and no revision is used twice. In its own
    /// folder one that is lost is lost together with what the register said of it.
    func sealedElsewhere(_ name: String, by store: SupportStore) -> String? {
        guard look(at: name).condition == .gone, !entries().contains(where: { $0.package == name })
        else { return nil }
        return remembered.first {
            $0.package == name && $0.folder != place(from: store)
        }?.manifest
    }

    /// The way from the folder of the state to this one, which stays when both are moved or put back from a backup.
    private func place(from store: SupportStore) -> String {
        let state = RealPath.text(of: store.path).split(separator: "/").dropLast()
        let own = RealPath.text(of: path).split(separator: "/")
        let common = zip(state, own).prefix { $0 == $1 }.count
        return (state.dropFirst(common).map { _ in ".." } + own.dropFirst(common))
            .joined(separator: "/")
    }
}
