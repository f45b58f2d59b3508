import Extraction
import Normalization

/// Finds the records on a line of a file.
struct LineSearch {
    /// Where a record lies.
    struct Place: Hashable {
        let line: Int
        let byte: Int
        let length: Int

        var range: Range<Int> { byte..<(byte + length) }
    }

    let walk: RecordWalk

    /// Returns the records that begin on a line, or else the innermost one that spans it.
    func records(on line: Int) throws(SourceProblem) -> [Place] {
        var places: [Place] = []
        do {
            try walk.run { batch, _ in
                for place in batch.records where place.line <= line {
                    places.append(
                        Place(line: place.line, byte: place.byte, length: place.length))
                }
                for row in batch.ignored where row.line <= line {
                    places.append(Place(line: row.line, byte: row.byte, length: 0))
                }
            }
        } catch is FileRefusal {
            // A file that breaks off has its whole records all the same.
        } catch { throw .unreadable }
        places.sort { $0.byte < $1.byte }
        let own = places.filter { $0.line == line }
        guard own.isEmpty, !walk.isWorkbook, let last = places.last else { return own }
        // Of records within one another only the last that begins before, and those around it, can reach
        // the line.
        let candidates = places.filter { $0 == last || $0.range.contains(last.byte) }
        do {
            let texts = try FileExcerpts.texts(
                of: candidates.map(\.range), in: walk.path, encoding: walk.file.encoding)
            let spanning = zip(candidates, texts).filter { place, text in
                place.line + Self.lineEnds(in: text) >= line
            }
            return spanning.last.map { [$0.0] } ?? []
        } catch { throw .unreadable }
    }

    /// The line ends within a record; that at its very end begins the next.
    private static func lineEnds(in text: String) -> Int {
        let inner = text.last.map(isLineEnd) == true ? text.dropLast() : text[...]
        return inner.count(where: isLineEnd)
    }

    private static func isLineEnd(_ character: Character) -> Bool {
        character == "\n" || character == "\r\n" || character == "\r"
    }
}
