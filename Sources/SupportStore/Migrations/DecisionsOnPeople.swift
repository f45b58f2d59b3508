/// The schema of who is who: what people decided, and which held records name whom.
enum DecisionsOnPeople {
    /// The statements, in their order.
    ///
    /// A decision names people by what stays the same in every store of the key, and its runs without
    /// a reference, so that it can be copied into a store in which the past is made again.
    static let statements = [
        """
        CREATE TABLE peopleDecision (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, role TEXT NOT NULL, first BLOB NOT NULL,
            second BLOB NOT NULL, isUnidentified INTEGER NOT NULL, nameKey INTEGER, sealed BLOB,
            author TEXT NOT NULL, reason TEXT NOT NULL, decidedIn INTEGER,
            decidedAt INTEGER NOT NULL, undoneIn INTEGER, undoneAt INTEGER, undoneBy TEXT,
            undoneFor TEXT) STRICT
        """,
        """
        CREATE TABLE samePerson (
            role TEXT NOT NULL, tombstone INTEGER NOT NULL, person INTEGER NOT NULL,
            isStaffNumber INTEGER NOT NULL, PRIMARY KEY (role, tombstone)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE unidentifiedRecord (
            delivery INTEGER NOT NULL REFERENCES delivery, byte INTEGER NOT NULL,
            role TEXT NOT NULL, identity BLOB NOT NULL, line INTEGER NOT NULL, nameKey INTEGER,
            school TEXT, birthDate INTEGER, class INTEGER, decision INTEGER,
            PRIMARY KEY (delivery, byte, role, identity)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX unidentifiedByIdentity ON unidentifiedRecord (identity)",
        "CREATE TABLE staleDelivery (delivery INTEGER PRIMARY KEY REFERENCES delivery) STRICT",
    ]
}
