/// What was chosen for cells that hang together, so that the same question is answered once.
///
/// A release is tried in several ways, and most of its cells are the same in each of them. A choice depends on
/// nothing but the question, so what is remembered is what would be found again.
public struct ChoiceMemory: Sendable {
    /// The cells to hide, and how they were chosen.
    typealias Answer = Result<(hidden: [String], method: Protection.Method), SuppressionFault>

    private struct Question: Hashable {
        let rules: Suppression
        let part: ChoicePart
    }

    private var answers: [Question: Answer] = [:]

    /// Creates a memory of nothing.
    public init() {}

    /// Returns what is remembered, or finds the answer and remembers it.
    mutating func answer(
        to rules: Suppression, for part: ChoicePart, finding find: () -> Answer
    ) -> Answer {
        let question = Question(rules: rules, part: part)
        if let known = answers[question] { return known }
        let answer = find()
        answers[question] = answer
        return answer
    }

    /// Takes in what another memory remembers.
    public mutating func formUnion(_ other: ChoiceMemory) {
        answers.merge(other.answers) { known, _ in known }
    }
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
