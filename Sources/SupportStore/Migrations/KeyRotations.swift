/// The schema of what is remembered of changes of the key, and of people whom no key can name any more.
enum KeyRotations {
    /// The statements, in their order.
    ///
    /// `kind` is `rotate` or `recover`; nothing of a person is in either table but a number of the store.
    static let statements = [
        """
        CREATE TABLE keyRotation (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, rotatedAt INTEGER NOT NULL,
            rotatedBy TEXT NOT NULL, oldKey TEXT, newKey TEXT NOT NULL,
            run INTEGER REFERENCES run) STRICT
        """,
        """
        CREATE TABLE unrecoveredPerson (
            role TEXT NOT NULL, id INTEGER NOT NULL,
            PRIMARY KEY (role, id)) STRICT, WITHOUT ROWID
        """,
    ]
}
