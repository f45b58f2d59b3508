/// How likely each letter of a language follows another, learned from words.
///
/// Letters are folded to lower case and numbered from 1; 0 is the border of a word. What the words do
/// not show gets a share as Witten and Bell proposed: the larger, the more kinds of letter follow one.
struct EncodingLanguageModel: Sendable {
    private let numbers: [Unicode.Scalar: Int]
    private let width: Int
    /// The natural logarithm of each step from letter to letter.
    private let costs: [Float]

    /// The share of words' borders among characters.
    private static let borderShare: Float = 0.12
    /// What a letter that the words do not show counts.
    private static let unseen: Float = 0.3

    init(learningFrom text: String) {
        var numbers: [Unicode.Scalar: Int] = [:]
        for value in UInt8(ascii: "a")...UInt8(ascii: "z") {
            numbers[Unicode.Scalar(value)] = numbers.count + 1
        }
        var steps: [(Int, Int)] = []
        var last = 0
        for scalar in text.unicodeScalars {
            guard EncodingCharacter.isLetter(scalar) else {
                if last != 0 { steps.append((last, 0)) }
                last = 0
                continue
            }
            let folded = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            let number = numbers[folded] ?? numbers.count + 1
            numbers[folded] = number
            steps.append((last, number))
            last = number
        }
        if last != 0 { steps.append((last, 0)) }
        self.numbers = numbers
        width = numbers.count + 1
        costs = Self.costs(of: steps, width: width)
    }

    private static func costs(of steps: [(Int, Int)], width: Int) -> [Float] {
        var counts = [Float](repeating: 0, count: width * width)
        var letters = [Float](repeating: unseen, count: width)
        for (first, second) in steps {
            counts[first * width + second] += 1
            letters[second] += 1
        }
        let letterSum = letters.dropFirst().reduce(0, +)
        var costs = counts
        for first in 0..<width {
            let row = counts[(first * width)..<((first + 1) * width)]
            let sum = row.reduce(0, +)
            let kinds = Float(row.count { $0 > 0 })
            let trust = sum / (sum + kinds + 1)
            for second in 0..<width {
                let plain =
                    second == 0
                    ? borderShare : (1 - borderShare) * letters[second] / letterSum
                let seen = sum == 0 ? 0 : counts[first * width + second] / sum
                costs[first * width + second] = EncodingLogarithm.natural(
                    trust * seen + (1 - trust) * plain)
            }
        }
        return costs
    }

    /// Returns the number of a letter in lower case, or `nil` when the language does not have it.
    func number(of letter: Unicode.Scalar) -> Int? { numbers[letter] }

    /// Returns the logarithm of the step from one letter, or the border 0, to another.
    func cost(from first: Int, to second: Int) -> Float { costs[first * width + second] }
}
