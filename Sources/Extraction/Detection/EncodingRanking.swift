import Diagnostics
import Glibc

/// The code pages in the order in which they make the bytes of a file likely words.
struct EncodingRanking {
    /// A code page, the language in which it reads best, and how well.
    struct Place {
        let encoding: TextEncoding
        let language: MessageText
        /// The logarithm of how likely the bytes are, in nats, with repetition damped.
        let score: Float
        /// The score for each pair of bytes.
        let fit: Float
        /// The share of pairs without a mark among those that have a letter outside ASCII; 1 when no
        /// such letter is there.
        let wordShare: Float
    }

    /// What a pair of bytes scores at least in nearly every text that is read rightly.
    static let usualFit: Float = -4.5

    private let places: [Place]
    private let weight: Float

    /// The likeliest code page.
    var best: Place? { places.first }

    /// The share of a language's score that plain ASCII may have: that of so many pairs of letters.
    private static let pairsOfASCII: Float = 15

    /// Ranks the code pages for the bytes of a file.
    init(_ evidence: EncodingEvidence) {
        let pairs = Self.pairs(of: evidence)
        let plainPairs = Self.plainPairs(of: evidence)
        let weight = pairs.reduce(0) { $0 + $1.weight }
        var best: [TextEncoding: Place] = [:]
        for language in EncodingLanguage.all {
            let plain = Self.plainScore(of: plainPairs, in: language)
            for (encoding, cost, reading) in language.readings {
                let sum = pairs.reduce(0) { sum, pair in
                    sum + pair.weight * reading.cost(from: pair.first, to: pair.second)
                }
                let score = cost + sum + plain
                if let known = best[encoding], known.score >= score { continue }
                best[encoding] = Place(
                    encoding: encoding,
                    language: MessageText(lv: language.name.lv, en: language.name.en),
                    score: score, fit: weight > 0 ? sum / weight : 0,
                    wordShare: Self.wordShare(of: pairs, in: reading))
            }
        }
        self.weight = weight
        places = TextEncoding.allCases.compactMap { best[$0] }.sorted { $0.score > $1.score }
    }

    /// Returns what the ranking tells of a file.
    func finding(from evidence: EncodingEvidence) -> EncodingFinding {
        guard let best, let page = CodePage.all[best.encoding] else {
            return EncodingFinding(nil, because: .noWords, margin: 0)
        }
        // Few pairs may be odd ones; many are as likely as words of a language are.
        let least = -6.2 - 3 / weight.squareRoot()
        // Letters alone in their cells tell nothing.
        guard best.fit >= least, best.wordShare > 0.1 else {
            return EncodingFinding(
                nil, because: .noWords, margin: 0, runnerUp: best.encoding)
        }
        let sameText = places.dropFirst().map(\.encoding).filter { encoding in
            CodePage.all[encoding]?.readsLike(page, evidence.bytes) == true
        }
        let runnerUp = places.dropFirst().first { !sameText.contains($0.encoding) }
        let lead = Double(best.score - (runnerUp?.score ?? -.infinity))
        let fitness = Double(min(1, (best.fit - least) / 1.5) * min(1, 2.5 * best.wordShare))
        return EncodingFinding(
            best.encoding, because: .letters(best.language),
            margin: (1 - Self.chance(ofNats: lead / 6)) * fitness, runnerUp: runnerUp?.encoding,
            sameText: TextEncoding.allCases.filter(sameText.contains),
            undefinedBytes: evidence.bytes.undefined(in: page))
    }

    /// The chance of something so many nats unlikely.
    static func chance(ofNats nats: Double) -> Double { exp(-nats) }

    private static func wordShare(of pairs: [Pair], in reading: EncodingReading) -> Float {
        var (within, all): (Float, Float) = (0, 0)
        for pair in pairs {
            let isFirst = pair.first >= 0x80 && reading.isLetter(pair.first)
            let isSecond = pair.second >= 0x80 && reading.isLetter(pair.second)
            guard isFirst || isSecond else { continue }
            all += pair.weight
            if !reading.isMark(pair.first), !reading.isMark(pair.second) { within += pair.weight }
        }
        return all > 0 ? within / all : 1
    }

    // MARK: - Pairs

    private struct Pair {
        let first: UInt8
        let second: UInt8
        let weight: Float
    }

    private static func pairs(of evidence: EncodingEvidence) -> [Pair] {
        var pairs: [Pair] = []
        for (index, count) in evidence.pairsBefore.enumerated() where count > 0 {
            pairs.append(
                Pair(
                    first: UInt8(index & 0xFF), second: UInt8(index >> 8) | 0x80,
                    weight: EncodingLogarithm.weight(ofCount: count)))
        }
        for (index, count) in evidence.pairsBehind.enumerated() where count > 0 {
            pairs.append(
                Pair(
                    first: UInt8(index >> 7) | 0x80, second: UInt8(index & 0x7F),
                    weight: EncodingLogarithm.weight(ofCount: count)))
        }
        return pairs
    }

    /// The pairs of ASCII that have a letter, as numbers of letters from 1 with 0 for all else.
    private static func plainPairs(of evidence: EncodingEvidence) -> [Pair] {
        var counts = [UInt32](repeating: 0, count: 27 * 27)
        for (index, count) in evidence.sampledPairs.enumerated() where count > 0 {
            counts[letter(index >> 7) * 27 + letter(index & 0x7F)] &+= count
        }
        return counts.indices.dropFirst().filter { counts[$0] > 0 }.map { index in
            Pair(
                first: UInt8(index / 27), second: UInt8(index % 27),
                weight: EncodingLogarithm.weight(ofCount: counts[index]))
        }
    }

    private static func letter(_ character: Int) -> Int {
        let folded = character | 0x20
        return (0x61...0x7A).contains(folded) && character >= 0x41 ? folded - 0x60 : 0
    }

    private static func plainScore(of pairs: [Pair], in language: EncodingLanguage) -> Float {
        let weight = pairs.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return 0 }
        let sum = pairs.reduce(0) { sum, pair in
            sum + pair.weight
                * language.model.cost(from: Int(pair.first), to: Int(pair.second))
        }
        return sum / weight * min(weight, pairsOfASCII)
    }
}

extension CodePage {
    /// Whether bytes of a file mean the same in another code page.
    fileprivate func readsLike(_ other: CodePage, _ bytes: ByteTally) -> Bool {
        (UInt8(0x80)...UInt8.max).allSatisfy { byte in
            bytes[byte] == nil || scalars[Int(byte)] == other.scalars[Int(byte)]
        }
    }
}
