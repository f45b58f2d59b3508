import Extraction
import Normalization

/// The batches of a file that is being read; at their end it is known whether the file is refused whole.
struct FileBatches {
    let file: FileImporter.BegunFile
    private let total: TotalRow?
    private var waiting: [NormalizedBatch] = []
    private var isRead = false
    private var hasRecords = false
    private var hasTotalRow = false

    init(of file: FileImporter.BegunFile, _ turn: FileImporter.Turn) {
        self.file = file
        total = turn.match.file.totalRow
    }

    /// Reads all of the file, so that it is not refused any more when its batches are asked for.
    ///
    /// - Throws: ``FileRefusal`` or ``FileError`` when it is refused.
    mutating func readToEnd() throws {
        while let batch = try read() { waiting.append(batch) }
        waiting.reverse()
        isRead = true
    }

    /// Returns the next batch, or `nil` at the end of a file that is not refused.
    ///
    /// - Throws: ``FileRefusal`` or ``FileError`` when it is refused.
    mutating func next() throws -> NormalizedBatch? {
        isRead ? waiting.popLast() : try read()
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
        try file.accepted.check()
        return nil
    }
}
