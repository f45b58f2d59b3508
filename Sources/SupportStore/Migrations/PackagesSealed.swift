/// The schema of the packages and yearly reports that were sealed from the store: their folder may be lost, and a
/// revision is never used again.
enum PackagesSealed {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE sealedPackage (
            package TEXT PRIMARY KEY, manifest TEXT NOT NULL, sealedAt TEXT NOT NULL,
            folder TEXT NOT NULL) STRICT
        """
    ]
}
