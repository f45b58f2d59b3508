/// The schema of the documents that support rests on: the head's order of a remote session, and the day on which
/// it was recorded what came of a plan.
enum DocumentsOfSupport {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE documentNumber (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE) STRICT
        """,
        "ALTER TABLE session ADD COLUMN orderNumber INTEGER REFERENCES documentNumber",
        "ALTER TABLE planResult ADD COLUMN recordedOn INTEGER",
    ]
}
