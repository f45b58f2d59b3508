import Extraction
import Normalization
import SupportStore

/// The source text of records, by delivery and first byte: personal data, for whoever asks for it.
struct SourceTexts {
    /// A record of a delivery.
    struct Record: Hashable {
        let delivery: Int
        let byte: Int
    }

    private var texts: [Record: String] = [:]
    /// The number of records whose text is wanted.
    let wantedCount: Int
    /// The number of those whose text is there.
    var shownCount: Int { texts.count }
    /// Why the texts of a delivery are not there.
    private(set) var problems: [Int: SourceProblem] = [:]

    /// Reads the text of records, each file once.
    init(of records: some Sequence<Record>, in files: SourceFiles) {
        let wanted = Set(records)
        wantedCount = wanted.count
        for (number, records) in Dictionary(grouping: wanted, by: \.delivery) {
            guard let delivery = files.deliveries[number] else { continue }
            do throws(SourceProblem) {
                let found = try Self.texts(
                    Set(records.map(\.byte)), walk: try files.walk(of: delivery))
                for (byte, text) in found { texts[Record(delivery: number, byte: byte)] = text }
            } catch { problems[number] = error }
        }
    }

    /// Returns the text of a record, or `nil` when it cannot be shown.
    subscript(delivery: Int, byte: Int) -> String? {
        texts[Record(delivery: delivery, byte: byte)]
    }

    private static func texts(
        _ wanted: Set<Int>, walk: RecordWalk
    ) throws(SourceProblem) -> [Int: String] {
        var texts: [Int: String] = [:]
        var pieces: [Range<Int>] = []
        do {
            try walk.run { batch, _ in
                for (record, place) in batch.records.enumerated() where wanted.contains(place.byte)
                {
                    if walk.isWorkbook {
                        texts[place.byte] = walk.rowText(batch, record: record)
                    } else {
                        pieces.append(place.byte..<(place.byte + place.length))
                    }
                }
            }
        } catch is FileRefusal {
            // A file that breaks off has its whole records all the same.
        } catch { throw .unreadable }
        do {
            let found = try FileExcerpts.texts(
                of: pieces, in: walk.path, encoding: walk.file.encoding)
            for (piece, text) in zip(pieces, found) { texts[piece.lowerBound] = text }
        } catch { throw .unreadable }
        return texts
    }
}
