/// The seventh schema: what came in which run, so that a state of the past can be made again.
///
/// A delivery that an older program loaded has no run: it came before the first one.
enum RunsOfDeliveries {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, command TEXT NOT NULL, version TEXT NOT NULL,
            definitions BLOB NOT NULL, startedAt INTEGER NOT NULL, finishedAt INTEGER,
            exitCode INTEGER, looksAtInbox INTEGER NOT NULL DEFAULT 0,
            refused TEXT NOT NULL DEFAULT '[]', record TEXT) STRICT
        """,
        """
        CREATE TABLE definitionFile (
            definitions BLOB NOT NULL, path TEXT NOT NULL, sha256 BLOB NOT NULL,
            PRIMARY KEY (definitions, path)) STRICT, WITHOUT ROWID
        """,
        "ALTER TABLE delivery ADD COLUMN run INTEGER REFERENCES run",
        "ALTER TABLE delivery ADD COLUMN supersededIn INTEGER REFERENCES run",
        // SQLite before 3.41 takes a table without row numbers for damaged whose key is not its first columns.
        "ALTER TABLE heldPlan RENAME TO heldPlanBefore",
        """
        CREATE TABLE heldPlan (
            delivery INTEGER NOT NULL REFERENCES delivery,
            planNumber INTEGER NOT NULL REFERENCES planNumber, semester INTEGER NOT NULL,
            school INTEGER NOT NULL REFERENCES school,
            PRIMARY KEY (delivery, planNumber, semester)) STRICT, WITHOUT ROWID
        """,
        """
        INSERT INTO heldPlan (delivery, planNumber, semester, school)
        SELECT delivery, planNumber, semester, school FROM heldPlanBefore
        """,
        "DROP TABLE heldPlanBefore",
        """
        CREATE TABLE publication (
            run INTEGER NOT NULL REFERENCES run, semester INTEGER NOT NULL, files TEXT NOT NULL,
            PRIMARY KEY (run, semester)) STRICT, WITHOUT ROWID
        """,
    ]
}
