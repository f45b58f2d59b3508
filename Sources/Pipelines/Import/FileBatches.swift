import Extraction
import Normalization

/// The batches of a file that is being read; at their end it is known whether the file is refused whole, unless it is a
/// large one that is still being kept.
struct FileBatches {
    let file: FileImporter.BegunFile
    private let total: TotalRow?
    private var waiting: [NormalizedBatch] = []
    /// Whether all of the file was read, so that it is not refused any more.
    private(set) var isRead = false
    private var hasRecords = false
    private var hasTotalRow = false

    /// As many records and findings may wait in memory; a file of few bytes may hold far more, packed or faulty.
    private static let mostWaiting = 1 << 16

    init(of file: FileImporter.BegunFile, _ turn: FileImporter.Turn) {
        self.file = file
        total = turn.match.file.totalRow
    }

    /// Reads the file to its end, or as much of it as may wait in memory.
    ///
    /// - Throws: ``FileRefusal`` or ``FileError`` when it is refused.
    mutating func readAhead() throws {
        var held = 0
        while !isRead, held < Self.mostWaiting {
            guard let batch = try read() else { break }
            held += batch.recordsRead + batch.findings.count
            waiting.append(batch)
        }
        waiting.reverse()
    }

    /// Returns the next batch, or `nil` at the end of a file that is not refused.
    ///
    /// - Throws: ``FileRefusal`` or ``FileError`` when it is refused.
    mutating func next() throws -> NormalizedBatch? {
        if let batch = waiting.popLast() { return batch }
        return isRead ? nil : try read()
    }

    private mutating func read() throws -> NormalizedBatch? {
        if let batch = try file.batches.next() {
            hasRecords = hasRecords || batch.recordsRead > 0
            hasTotalRow = hasTotalRow || batch.hasTotalRow
            return batch
        }
        if let total, hasRecords, !hasTotalRow {
            throw FileRefusal(FileRules.missingTotalRow, details: ["text": total.text])
        }
        isRead = true
        return nil
    }
}
