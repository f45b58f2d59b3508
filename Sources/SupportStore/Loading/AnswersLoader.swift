import PupilSupport

/// Seals the sensitive answers of a delivery; nothing of them goes into the store.
struct AnswersLoader {
    private let vault: IdentityVault
    private var reader: AnswersReader
    private var open: [StoredAnswers] = []

    init(_ vault: IdentityVault, _ vocabulary: Vocabulary?) {
        self.vault = vault
        reader = AnswersReader(vocabulary)
    }

    /// Learns the references that the delivery names for the first time.
    mutating func register(_ new: [String]) { reader.register(new) }

    /// Takes records.
    ///
    /// - Parameter pupils: The store's numbers of the pupils, by their numbers in the delivery.
    mutating func load(_ batch: ModelBatch, delivery: Int, pupils: [Int]) throws {
        open += reader.records(of: batch).map { record in
            StoredAnswers(
                delivery: delivery, byte: record.byte, pupil: pupils[record.pupil],
                answers: record.answers)
        }
        if open.count > 4096 { try finish() }
    }

    /// Seals what is left.
    mutating func finish() throws {
        try vault.seal(open)
        open = []
    }
}
