import GRDB
public import PupilSupport

extension SupportStore {
    /// Loads deliveries in one transaction: all of them become visible, or nothing.
    ///
    /// - Parameters:
    ///   - schools: The municipality's schools, to which records refer by place.
    ///   - vocabularies: The vocabularies, to whose terms records refer by place.
    ///   - body: Loads and judges the deliveries; what it throws takes all of them back.
    /// - Returns: What `body` returns.
    public func load<Result>(
        schools: [School], vocabularies: [VocabularyName: Vocabulary],
        body: (JointLoading) throws -> Result
    ) throws -> Result {
        // The vault follows the store: what a delivery sealed counts only once it is in force.
        defer {
            try? removeStaleAnswers()
            try? removeUnknownSeals()
        }
        return try change { database, run in
            let loading = JointLoading(
                database, store: self, run: run,
                keys: try StoredKeys(of: schools, vocabularies, in: database))
            defer { loading.end() }
            let result = try body(loading)
            try loading.finish()
            return result
        }
    }
}
