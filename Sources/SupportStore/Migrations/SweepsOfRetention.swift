/// The schema of what was removed because its time was over, by class and count.
enum SweepsOfRetention {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE retentionSweep (
            id INTEGER PRIMARY KEY AUTOINCREMENT, sweptAt INTEGER NOT NULL,
            asOf INTEGER NOT NULL, systemUser TEXT NOT NULL, author TEXT NOT NULL,
            identifiers INTEGER NOT NULL, copies INTEGER NOT NULL, logs INTEGER NOT NULL,
            run INTEGER REFERENCES run) STRICT
        """
    ]
}
