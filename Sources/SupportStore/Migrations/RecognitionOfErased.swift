/// The schema of the keys by which the erased are known again; a tombstone of an older program has none.
enum RecognitionOfErased {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE recognitionKey (
            id INTEGER PRIMARY KEY AUTOINCREMENT, byStoreKey BLOB NOT NULL,
            byArchiveKey BLOB NOT NULL) STRICT
        """,
        "ALTER TABLE tombstone ADD COLUMN recognitionKey INTEGER REFERENCES recognitionKey",
    ]
}
