/// The schema of which columns of a file nothing is kept of, by name.
enum ColumnsDropped {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE droppedColumn (
            delivery INTEGER NOT NULL REFERENCES delivery, number INTEGER NOT NULL,
            name TEXT NOT NULL, PRIMARY KEY (delivery, number)) STRICT, WITHOUT ROWID
        """
    ]
}
