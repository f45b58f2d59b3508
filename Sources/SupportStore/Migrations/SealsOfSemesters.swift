/// The eighth schema: which semesters are closed, and with what figures.
enum SealsOfSemesters {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE seal (
            semester INTEGER NOT NULL, revision INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run,
            closedAt INTEGER NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL,
            files TEXT NOT NULL, figures BLOB NOT NULL,
            PRIMARY KEY (semester, revision)) STRICT, WITHOUT ROWID
        """
    ]
}
