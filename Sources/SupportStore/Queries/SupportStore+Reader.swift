extension SupportStore {
    /// Reads this store through its open connections.
    public var reader: StoreReader { StoreReader(pool) }
}

extension ReadableStore {
    /// Reads this store through its open connection.
    public var reader: StoreReader { StoreReader(database) }
}
