import PupilSupport

/// Seals the sensitive answers of a delivery; nothing of them goes into the store.
struct AnswersLoader {
    private let vault: VaultWriter
    private var reader: AnswersReader
    private var open: [StoredAnswers] = []

    init(_ vault: VaultWriter, _ vocabulary: Vocabulary?) {
        self.vault = vault
        reader = AnswersReader(vocabulary)
    }

    /// Learns the references that the delivery names for the first time.
    mutating func register(_ new: [String]) { reader.register(new) }

    /// Takes records.
    ///
    /// - Parameter pupils: The store's numbers of the pupils, by their numbers in the delivery.
    mutating func load(_ batch: ModelBatch, delivery: Int, pupils: [Int]) {
        open += reader.records(of: batch).map { record in
            StoredAnswers(
                delivery: delivery, byte: record.byte, pupil: pupils[record.pupil],
                answers: record.answers)
        }
        if open.count > 4096 { finish() }
    }

    /// Has what is left sealed.
    mutating func finish() {
        guard !open.isEmpty else { return }
        vault.append { [open] in try $0.seal(open, in: $1) }
        open = []
    }
}
