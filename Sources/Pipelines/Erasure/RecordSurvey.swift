import Diagnostics
import Extraction
import Normalization
import PupilSupport
import SupportStore

/// The records of one archived file with their places, and where the file names a person.
struct RecordSurvey {
    /// The whole text, or `nil` for a workbook, whose text lies in packed parts.
    let text: PackedText?
    /// How wide the characters are.
    let width: TextWidth
    /// Whether records can be blanked in place: a blank row must not end the table.
    let canBeBlanked: Bool
    /// The records, by first byte; of several tables of an XML file the outer ones come first.
    let records: [RecordPlace]
    /// Where the person is named.
    let hits: [Needles.Hit]
    /// The records of a workbook that name the person, by first byte.
    private let namedRows: Set<Int>

    /// Goes through a file.
    ///
    /// - Throws: ``FileError`` or ``FileRefusal`` when it cannot be read.
    init(_ walk: RecordWalk, needles: Needles?) throws {
        var records: [RecordPlace] = []
        var rows: Set<Int> = []
        do {
            try walk.run { batch, _ in
                records += batch.records
                // The text of a row lies in no order that tells what stands beside what.
                guard walk.isWorkbook, let needles = needles?.withoutNames else { return }
                for number in batch.records.indices
                where needles.areIn(walk.rowText(batch, record: number)) {
                    rows.insert(batch.records[number].byte)
                }
            }
        } catch is FileRefusal {
            // A file that breaks off has its whole records all the same.
        }
        self.records = records.sorted { ($0.byte, -$0.length) < ($1.byte, -$1.length) }
        namedRows = rows
        width =
            switch walk.file.encoding {
            case .utf16LittleEndian: .little
            case .utf16BigEndian: .big
            default: .single
            }
        switch walk.file.format {
        case .workbook: (text, canBeBlanked) = (nil, false)
        case .delimited(let options):
            text = try Self.text(of: walk)
            canBeBlanked = options.end != .blankRow
        case .xml: (text, canBeBlanked) = (try Self.text(of: walk), true)
        }
        hits = text.flatMap { text in needles.map { $0.hits(in: text.bytes) } } ?? []
    }

    private static func text(of walk: RecordWalk) throws -> PackedText {
        // The path leads nowhere when the file is let go.
        try withExtendedLifetime(walk.content) { try PackedText(path: walk.path) }
    }

    /// Returns the innermost records in which the person is named.
    ///
    /// - Parameter isName: Whether by name; else by code.
    func named(byName isName: Bool) -> Set<Int> {
        var found: Set<Int> = isName ? [] : namedRows
        for hit in hits where hit.isName == isName {
            if let record = innermost(around: hit.range.lowerBound) { found.insert(record.byte) }
        }
        return found
    }

    private func innermost(around place: Int) -> RecordPlace? {
        // Records begin in order; the last that begins before and reaches over the place is the innermost.
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].byte <= place { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        var steps = 0
        while index >= 0, steps < Self.mostNesting {
            let record = records[index]
            if record.byte + record.length > place { return record }
            index -= 1
            steps += 1
        }
        return nil
    }

    /// As many records may lie behind the beginning of one that holds them.
    private static let mostNesting = 100_000

    /// Returns the places of records and of those that lie within them, in their order, each once.
    func places(of wanted: Set<Int>) -> [FileRekeying.Place] {
        var places: [FileRekeying.Place] = []
        var seen: Set<Int> = []
        var end = -1
        for record in records where seen.insert(record.byte).inserted {
            let isWithin = text != nil && record.byte < end
            guard isWithin || wanted.contains(record.byte) else { continue }
            let range = record.byte..<(record.byte + record.length)
            if !isWithin { end = max(end, range.upperBound) }
            places.append(
                FileRekeying.Place(
                    line: record.line, byte: record.byte, length: record.length,
                    lines: text.map { width.lines(of: range, in: $0.bytes) } ?? 1))
        }
        return places
    }
}
