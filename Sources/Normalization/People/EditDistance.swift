/// How many slips of the keys lie between two texts: a letter left out, put in, mistaken, or two
/// neighbours swapped.
enum EditDistance {
    /// Returns the number of slips, or `nil` when there are more than a limit.
    static func between(_ first: String, _ second: String, atMost limit: Int) -> Int? {
        let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        guard abs(first.count - second.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1..<(first.count + 1) {
            var next = [row]
            for column in 1..<(second.count + 1) {
                let isSame = first[row - 1] == second[column - 1]
                var cost = min(
                    last[column] + 1, next[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                next.append(cost)
            }
            if (next.min() ?? 0) > limit { return nil }
            (beforeLast, last) = (last, next)
        }
        guard let distance = last.last, distance <= limit else { return nil }
        return distance
    }

    /// Returns the slip that lies between a mistyped code and a good one, or `nil` when there is more than
    /// one.
    static func slip(in code: String, of good: String) -> MatchReason? {
        let (code, good) = (Array(code.utf8), Array(good.utf8))
        guard code != good else { return nil }
        let prefix = zip(code, good).prefix { $0 == $1 }.count
        let rest = (code.dropFirst(prefix), good.dropFirst(prefix))
        switch code.count - good.count {
        case 0:
            if rest.0.dropFirst() == rest.1.dropFirst() { return .oneDigitDiffers }
            let isSwapped =
                rest.0.first == rest.1.dropFirst().first && rest.1.first == rest.0.dropFirst().first
            return isSwapped && Array(rest.0.dropFirst(2)) == Array(rest.1.dropFirst(2))
                ? .digitsSwapped : nil
        case -1: return Array(rest.0) == Array(rest.1.dropFirst()) ? .digitMissing : nil
        case 1: return Array(rest.0.dropFirst()) == Array(rest.1) ? .digitTooMany : nil
        default: return nil
        }
    }
}
