/// The third schema: a value that only the store's own key gives, so that another key is noticed
/// before it makes strangers of everybody.
enum KeyCheckValue {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE keyCheck (
            id INTEGER PRIMARY KEY CHECK (id = 1), value BLOB NOT NULL) STRICT
        """
    ]
}
