/// What was found of the dialect of a text.
public struct DialectFinding: Sendable {
    /// The dialect proposed, without what concerns header and rows.
    public let options: DelimitedOptions
    /// Whether the text has a delimiter at all, or one column only.
    public let hasDelimiter: Bool
    /// The dialect that comes next and reads the text differently, if there is one.
    public let runnerUp: DelimitedOptions?
    /// How far the proposal is ahead, from 0 (not at all) to 1 (nothing else is possible).
    public let margin: Double

    /// A delimiter that stands in most lines though the text is taken for one column, because it cuts the
    /// lines into different numbers of cells; `nil` when there is none.
    public let commonSign: UInt8?

    /// The margin below which a dialect is a guess.
    public static let leastMargin = 0.02

    /// The margin below which the next best is to be looked at too.
    public static let thinMargin = 0.1

    /// Whether the next best may be right as well.
    public var isThin: Bool { runnerUp != nil && margin < Self.thinMargin }

    /// Whether the margin is too thin to propose anything.
    public var isGuess: Bool { margin < Self.leastMargin }
}

/// Finds the dialect of a text: delimiter, quote and escape.
struct DialectDetector {
    /// The number of bytes beyond which a sample from the whole text stands for it.
    private static let sampleSize = 1 << 18

    /// Finds the dialect of a text in UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: The whole text, or its sample.
    ///   - isComplete: Whether the bytes are the whole text.
    static func detect(_ bytes: [UInt8]) -> DialectFinding {
        let sample = sampled(bytes)
        let candidates = sample.withUnsafeBufferPointer(DialectCandidate.all)
        var scored: [(candidate: DialectCandidate, score: DialectScore, print: Int)] = []
        for candidate in candidates {
            let rows = SampleRows(sample, options: candidate.options)
            let leavesQuotes =
                candidate.quote == nil
                && candidates.contains { $0.delimiter == candidate.delimiter && $0.quote == 0x22 }
            let score = DialectScore(
                rows, worth: candidate.worth, leavesQuotes: leavesQuotes)
            if score.value > 0 { scored.append((candidate, score, fingerprint(rows))) }
        }
        // Of equals the delimiter and the quote that come first in the list of candidates.
        let places = Dictionary(
            candidates.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        scored.sort {
            ($1.score.value, places[$0.candidate] ?? 0) < (
                $0.score.value, places[$1.candidate] ?? 0
            )
        }
        let single = singleColumnWorth(sample)
        guard let best = scored.first, best.score.value > single else {
            return DialectFinding(
                options: DelimitedOptions(
                    delimiter: unusedDelimiter(sample), quote: 0x22, strayQuotes: .keep),
                hasDelimiter: false, runnerUp: scored.first?.candidate.options,
                margin: margin(single, scored.first?.score.value ?? 0),
                commonSign: commonSign(sample))
        }
        let next = scored.first { $0.print != best.print }
        let second = max(next?.score.value ?? 0, single)
        var options = best.candidate.options
        // A text without quotes may get some next semester.
        if options.quote == nil, !sample.contains(0x22) { options.quote = 0x22 }
        return DialectFinding(
            options: options, hasDelimiter: true, runnerUp: next?.candidate.options,
            margin: margin(best.score.value, second), commonSign: nil)
    }

    /// Returns the delimiter that stands in most lines of a text that no delimiter cuts evenly.
    private static func commonSign(_ sample: [UInt8]) -> UInt8? {
        let lines = sample.split { $0 == 0x0A || $0 == 0x0D }
        return [0x3B, 0x09, 0x7C].first { sign in
            lines.count > 1 && 2 * lines.count { $0.contains(sign) } > lines.count
        }
    }

    private static func margin(_ best: Double, _ second: Double) -> Double {
        best > 0 ? max(0, (best - second) / best) : 0
    }

    /// What speaks for a text of one column: lines that are values or words as a whole.
    private static func singleColumnWorth(_ sample: [UInt8]) -> Double {
        let rows = SampleRows(
            sample, options: DelimitedOptions(delimiter: unusedDelimiter(sample), quote: 0x22))
        let lines = rows.rows.filter { !$0.isBlank }
        guard !lines.isEmpty else { return 0 }
        let values = lines.count { rows.shape($0, 0).isValue || rows.shape($0, 0) == .address }
        let words = lines.count { [.words, .code].contains(rows.shape($0, 0)) }
        let share = Double(values) / Double(lines.count)
        if share > 0.6 { return 0.7 * share }
        return 0.1 + 0.22 * Double(values + words) / Double(lines.count)
    }

    private static func unusedDelimiter(_ sample: [UInt8]) -> UInt8 {
        let present = Set(sample)
        return [0x2C, 0x3B, 0x09, 0x7C, 0x1F].first { !present.contains($0) } ?? 0x1F
    }

    /// A number that is the same for two dialects that read the text alike.
    private static func fingerprint(_ rows: SampleRows) -> Int {
        var hasher = Hasher()
        for row in rows.rows { hasher.combine(row.width) }
        for cell in rows.cells {
            hasher.combine(cell.start)
            hasher.combine(cell.count)
        }
        return hasher.finalize()
    }

    /// Takes whole lines from the start of a text and from places spread over the rest of it.
    private static func sampled(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > sampleSize else { return bytes }
        let head = sampleSize / 2
        let pieces = 8
        let piece = head / pieces
        var sample: [UInt8] = []
        func append(from start: Int, count: Int) {
            var start = start
            var end = min(bytes.count, start + count)
            if start > 0 {
                while start < end, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start += 1 }
            }
            while end > start, end < bytes.count, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D {
                end -= 1
            }
            sample.append(contentsOf: bytes[start..<end])
        }
        append(from: 0, count: head)
        let stride = (bytes.count - head) / pieces
        for number in 0..<pieces {
            append(from: head + number * stride + stride / 2 - piece / 2, count: piece)
        }
        return sample.isEmpty ? Array(bytes.prefix(sampleSize)) : sample
    }
}
