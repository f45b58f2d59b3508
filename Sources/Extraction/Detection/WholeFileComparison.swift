import Diagnostics

/// Compares the two likeliest dialects of a long file over all of it, once its start has named them.
struct WholeFileComparison {
    private var text: [UInt8] = []
    private var both: [(rows: RowRegularity, start: Int)]
    /// How regular the rows of the start are under each.
    private let before: [Double]
    private let finding: DialectFinding

    /// - Parameters:
    ///   - finding: What the start of the file says.
    ///   - start: The start of the file in UTF-8.
    /// - Returns: `nil` when nothing is to be compared.
    init?(_ finding: DialectFinding, start: [UInt8]) {
        guard finding.hasDelimiter, let runnerUp = finding.runnerUp else { return nil }
        self.finding = finding
        let dialects = [finding.options, runnerUp]
        before = dialects.map { options in
            var rows = RowRegularity(options)
            _ = start.withUnsafeBufferPointer { rows.count($0, from: 0, isFinal: true) }
            return rows.finish()
        }
        both = dialects.map { (RowRegularity($0), 0) }
        append(start)
    }

    /// Takes the next piece of the file in UTF-8.
    mutating func append(_ piece: [UInt8]) {
        text += piece
        count(isFinal: false)
        let counted = both.map(\.start).min() ?? 0
        text.removeFirst(counted)
        for place in both.indices { both[place].start -= counted }
    }

    private mutating func count(isFinal: Bool) {
        text.withUnsafeBufferPointer { bytes in
            for place in both.indices {
                both[place].start = both[place].rows.count(
                    bytes, from: both[place].start, isFinal: isFinal)
            }
        }
    }

    /// Ends the comparison.
    ///
    /// - Returns: What the whole file says.
    mutating func finish() -> DialectFinding {
        count(isFinal: true)
        let gains = both.indices.map { place in
            before[place] > 0 ? both[place].rows.finish() / before[place] : 1
        }
        return finding.weighed(by: gains[0], runnerUp: gains[1])
    }
}

extension DialectFinding {
    /// Returns the finding when more is known of both dialects.
    ///
    /// - Parameters:
    ///   - gain: What the proposal's score is to be multiplied with.
    ///   - runnerUpGain: What the score of the next best is to be multiplied with.
    fileprivate func weighed(by gain: Double, runnerUp runnerUpGain: Double) -> DialectFinding {
        guard let runnerUp else { return self }
        let first = gain
        let second = (1 - margin) * runnerUpGain
        let isRight = first >= second
        let best = max(first, second)
        return DialectFinding(
            options: isRight ? options : runnerUp, hasDelimiter: true,
            runnerUp: isRight ? runnerUp : options,
            margin: best > 0 ? (best - min(first, second)) / best : 0, commonSign: nil)
    }
}
