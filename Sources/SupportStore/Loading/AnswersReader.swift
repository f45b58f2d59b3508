import PupilSupport

/// Reads sensitive answers from the records of a delivery.
struct AnswersReader {
    /// The answers by the places of their terms.
    private let terms: [SensitiveAnswer]
    private var references: [String] = []

    /// The answers of one record.
    struct Record {
        let byte: Int
        /// The number of the pupil in the delivery.
        let pupil: Int
        let answers: SensitiveAnswers
    }

    init(_ vocabulary: Vocabulary?) {
        terms = (vocabulary?.terms ?? []).map {
            SensitiveAnswer(rawValue: $0.code) ?? .notCollected
        }
    }

    /// Learns the references that the delivery names for the first time.
    mutating func register(_ new: [String]) { references += new }

    /// Returns the records of a batch.
    func records(of batch: ModelBatch) -> [Record] {
        func column(_ name: String) -> [Int] {
            batch.kind.fieldIndex(name).map { field in
                (0..<batch.count).map { batch[$0, field] }
            } ?? []
        }
        let people = column("pupil")
        let foreign = column("foreign_minority")
        let disability = column("disability")
        let other = column("other_disadvantaged")
        let evidence = column("evidence_reference")
        return batch.places.enumerated().map { row, place in
            Record(
                byte: place.byte, pupil: people[row],
                answers: SensitiveAnswers(
                    foreignMinority: answer(foreign[row]), disability: answer(disability[row]),
                    otherDisadvantaged: answer(other[row]),
                    evidenceReference: evidence[row] == ModelBatch.missing
                        ? nil : references[evidence[row]]))
        }
    }

    private func answer(_ value: Int) -> SensitiveAnswer {
        terms.indices.contains(value) ? terms[value] : .notCollected
    }
}
