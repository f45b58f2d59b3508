/// What was chosen for cells that hang together, so that the same question is answered once.
///
/// A release is tried in several ways, and most of its cells are the same in each of them. A choice depends on
/// nothing but the question, so what is remembered is what would be found again.
public struct ChoiceMemory: Sendable {
    /// The cells to hide, and how they were chosen.
    typealias Answer = Result<ChosenCells, SuppressionFault>

    private struct Question: Hashable {
        let rules: Suppression
        let part: ChoicePart
    }

    private var answers: [Question: Answer] = [:]

    /// Creates a memory of nothing.
    public init() {}

    /// Returns what is remembered of each part, and has the answers for the others found and remembers them.
    mutating func answers(
        to rules: Suppression, for parts: [ChoicePart], finding find: ([ChoicePart]) -> [Answer]
    ) -> [Answer] {
        let unknown = parts.filter { answers[Question(rules: rules, part: $0)] == nil }
        for (part, answer) in zip(unknown, find(unknown)) {
            answers[Question(rules: rules, part: part)] = answer
        }
        return parts.compactMap { answers[Question(rules: rules, part: $0)] }
    }

    /// Takes in what another memory remembers.
    public mutating func formUnion(_ other: ChoiceMemory) {
        answers.merge(other.answers) { known, _ in known }
    }
}

/// The cells to hide among some that hang together.
struct ChosenCells: Sendable {
    let hidden: [String]
    let method: Protection.Method
    /// Values for all cells of the part in which only hidden ones differ from the truth: what the choice rests on.
    var witnesses: [[Int]] = []
}

extension ChoicePart: Hashable {
    static func == (one: ChoicePart, other: ChoicePart) -> Bool {
        one.names == other.names && one.system == other.system && one.truth == other.truth
            && one.cost == other.cost && one.isDemanded == other.isDemanded
            && one.mayHide == other.mayHide && one.isNever == other.isNever
            && one.isSingle == other.isSingle
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(names)
        hasher.combine(truth)
        hasher.combine(isDemanded)
    }
}
