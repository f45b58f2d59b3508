/// The schema of what is remembered of people who were erased: that it was done, by whom and for which
/// ticket, and enough to know them again; nothing of whom they were.
enum ErasuresOfPeople {
    /// The statements, in their order.
    ///
    /// `recognition` is keyed in a domain of its own, so no pseudonym of before can be compared with it.
    /// `sealed` and `figuresBefore` are there only until an erasure is finished.
    static let statements = [
        """
        CREATE TABLE erasureRequest (
            id INTEGER PRIMARY KEY AUTOINCREMENT, requestedAt INTEGER NOT NULL,
            systemUser TEXT NOT NULL, author TEXT NOT NULL, ticket TEXT NOT NULL,
            role TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
            obstacle TEXT NOT NULL, run INTEGER REFERENCES run) STRICT
        """,
        """
        CREATE TABLE erasure (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            request INTEGER NOT NULL REFERENCES erasureRequest, run INTEGER REFERENCES run,
            erasedAt INTEGER NOT NULL, finishedAt INTEGER, records INTEGER NOT NULL,
            files INTEGER NOT NULL, semesters TEXT NOT NULL, figuresBefore TEXT,
            moves TEXT NOT NULL, sealed BLOB) STRICT
        """,
        """
        CREATE TABLE tombstone (
            number INTEGER PRIMARY KEY AUTOINCREMENT, erasure INTEGER NOT NULL REFERENCES erasure,
            role TEXT NOT NULL, erasedAt INTEGER NOT NULL, reasonCode TEXT NOT NULL,
            ticket TEXT NOT NULL, author TEXT NOT NULL, recognition BLOB NOT NULL UNIQUE) STRICT
        """,
        """
        CREATE TABLE erasedPlan (recognition BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE rekeyedFile (
            id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 BLOB NOT NULL, previous BLOB NOT NULL,
            current BLOB, why TEXT NOT NULL, places TEXT NOT NULL,
            erasure INTEGER REFERENCES erasure, isPending INTEGER NOT NULL) STRICT
        """,
        "CREATE INDEX rekeyedFileBySHA256 ON rekeyedFile (sha256)",
    ]
}
