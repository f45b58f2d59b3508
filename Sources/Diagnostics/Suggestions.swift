/// Finds what a writer probably meant.
public enum Suggestions {
    /// Returns the candidates nearest to a word, nearest first, each within a third of its length.
    ///
    /// Of candidates as near as each other one with the same letters comes first: letters are swapped
    /// more often than mistaken.
    ///
    /// - Parameters:
    ///   - word: What was written.
    ///   - candidates: What is allowed.
    ///   - limit: The largest number of suggestions.
    public static func nearest(
        to word: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let wanted = Array(word.lowercased())
        var scored: [(distance: Int, isSwap: Bool, candidate: String)] = []
        for candidate in candidates {
            let letters = Array(candidate.lowercased())
            let distance = editDistance(wanted, letters)
            guard distance <= max(2, wanted.count / 3) else { continue }
            scored.append((distance, letters.sorted() == wanted.sorted(), candidate))
        }
        scored.sort { first, second in
            (first.distance, first.isSwap ? 0 : 1, first.candidate)
                < (second.distance, second.isSwap ? 0 : 1, second.candidate)
        }
        return scored.prefix(limit).map(\.candidate)
    }

    /// Returns the number of letters to change, add, drop or swap with a neighbour.
    public static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for i in 1...first.count {
            var current = [i] + [Int](repeating: 0, count: second.count)
            for j in 1...second.count {
                let substitution = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
                current[j] = min(substitution, last[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    current[j] = min(current[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
