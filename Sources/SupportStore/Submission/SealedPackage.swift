import GRDB

/// A package or a yearly report that was sealed from a store.
public struct SealedPackage: Hashable, Sendable {
    /// Its name.
    public let package: String
    /// The fingerprint of its manifest.
    public let manifest: String
    /// When, in universal time.
    public let sealedAt: String
    /// The way from the folder of the state to the one in which it was sealed.
    public let folder: String

    /// Creates an entry.
    public init(package: String, manifest: String, sealedAt: String, folder: String) {
        self.folder = folder
        self.package = package
        self.manifest = manifest
        self.sealedAt = sealedAt
    }
}

extension SupportStore {
    /// Remembers packages; one that is known stays as it is.
    ///
    /// It is no change that a run makes: figures, and what is published, stay.
    public func remember(_ packages: [SealedPackage]) throws {
        let known = Set(try sealedPackages().map(\.package))
        let fresh = packages.filter { !known.contains($0.package) }
        guard !fresh.isEmpty else { return }
        try pool.write { database in
            for one in fresh {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO sealedPackage (package, manifest, sealedAt, folder)
                        VALUES (?, ?, ?, ?)
                        """, arguments: [one.package, one.manifest, one.sealedAt, one.folder])
            }
        }
    }

    /// Returns the packages that were sealed from this store, in the order of their names.
    public func sealedPackages() throws -> [SealedPackage] {
        try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM sealedPackage ORDER BY package").map {
                SealedPackage(
                    package: $0["package"], manifest: $0["manifest"], sealedAt: $0["sealedAt"],
                    folder: $0["folder"])
            }
        }
    }

    /// The identifiers of the keys that the store has or had, or `nil` where one was lost without a trace.
    public func keyIdentifiers() throws -> Set<String>? {
        let rotations = try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT oldKey, newKey FROM keyRotation")
        }
        var known: Set<String> = [keyIdentifier]
        for row in rotations {
            guard let old = row["oldKey"] as String? else { return nil }
            known.formUnion([old, row["newKey"]])
        }
        return known
    }
}
