import Rollup

/// The figures that an erasure moved, as the store keeps them: no person is in them.
struct ErasureMoves {
    let moves: [FigureMove]

    init(_ moves: [FigureMove]) { self.moves = moves }

    /// Reads the text that ``text`` gives.
    init(text: String) {
        moves = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3 else { return nil }
            return FigureMove(
                address: String(parts[0]), from: parts[1].isEmpty ? nil : String(parts[1]),
                to: parts[2].isEmpty ? nil : String(parts[2]))
        }
    }

    /// One figure a line: the address, the value before and the value after, with tabs between them.
    var text: String {
        moves.map { "\($0.address)\t\($0.from ?? "")\t\($0.to ?? "")\n" }.joined()
    }
}
