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
            // A text far longer than a candidate is not near to it, and comparing would take its time.
            guard abs(wanted.count - letters.count) <= max(2, wanted.count / 3) else { continue }
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

    /// Returns what to tell a writer who used none of the words that are allowed: those near to what they
    /// wrote, all of a few, or else the three that come nearest.
    public static func allowed(_ words: [String], insteadOf word: String) -> [String] {
        let near = nearest(to: word, among: words)
        guard near.isEmpty, words.count > few else { return near.isEmpty ? words : near }
        let wanted = Array(word.prefix(longest).lowercased())
        let scored = words.map { (editDistance(wanted, Array($0.lowercased())), $0) }
        return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
    }

    /// Returns the details by which a rule tells a writer what is allowed, as `{allowed}`: the words near to what they
    /// wrote, all of a few, or else the first ones as examples.
    public static func details(ofAllowed words: [String], insteadOf word: String) -> [String:
        String]
    {
        let near = nearest(to: word, among: words)
        let (lv, en) =
            !near.isEmpty
            ? ("tuvākie atļautie", "nearest allowed")
            : words.count > few
                ? ("atļauti, piemēram", "allowed, for example") : ("atļauti", "allowed")
        let told = (near.isEmpty ? Array(words.prefix(few)) : near).joined(separator: ", ")
        return ["allowed.lv": "\(lv): \(told)", "allowed.en": "\(en): \(told)"]
    }

    /// The number of letters of a text that are compared where nothing is near.
    private static let longest = 100

    /// As many words as are told whole.
    private static let few = 5

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
