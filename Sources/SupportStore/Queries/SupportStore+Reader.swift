extension SupportStore {
    /// Reads this store through its open connections.
    public var reader: StoreReader { StoreReader(pool) }
}
