import GRDB
public import PupilSupport

extension SupportStore {
    /// Loads a delivery in one transaction: all of it becomes visible, or nothing.
    ///
    /// - Parameters:
    ///   - description: What is known of the file.
    ///   - schools: The municipality's schools, to which records refer by place.
    ///   - vocabularies: The vocabularies, to whose terms records refer by place.
    ///   - body: Loads the batches; what it throws takes the delivery back.
    /// - Returns: What became of the records, and the fingerprints of the files whose place it took.
    public func load(
        _ description: DeliveryDescription, schools: [School],
        vocabularies: [VocabularyName: Vocabulary],
        body: @Sendable (DeliveryLoader) throws -> Void
    ) throws -> (counts: DeliveryCounts, superseded: [[UInt8]]) {
        // The vault follows the store: what a delivery sealed counts only once it is in force.
        defer {
            try? removeStaleAnswers()
            try? removeUnknownSeals()
        }
        return try change { database, run in
            let loader = try DeliveryLoader(
                database, store: self, run: run, description: description, schools: schools,
                vocabularies: vocabularies)
            defer { loader.end() }
            try body(loader)
            try QuarantineHistory(database: database, run: run).update(after: loader)
            try loader.finishVault()
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM delivery WHERE id = ?"),
                arguments: [loader.delivery])
            var counts = DeliveryCounts()
            counts.read = row?["recordsRead"] ?? 0
            counts.loaded = row?["recordsLoaded"] ?? 0
            counts.heldBack = row?["recordsHeldBack"] ?? 0
            counts.ignored = row?["recordsIgnored"] ?? 0
            return (counts, loader.superseded)
        }
    }
}
