import Extraction

/// Workbooks: as they are, or made of parts that the input holds in plain text, for a mutation of a packed
/// part hardly ever gets past its checksum.
enum WorkbookTarget {
    private static let file = MemoryFile(named: "workbook")
    private static let text = MemoryFile(named: "sheet")

    static func run(_ input: UnsafeBufferPointer<UInt8>) {
        guard let kind = input.first else { return }
        let bytes = Array(input.dropFirst())
        file.write(kind & 1 == 0 ? StoredArchive.archive(of: bytes) : bytes)
        let book: SpreadsheetFile
        do {
            _ = try SpreadsheetFile.looksLikeWorkbook(path: file.path)
            book = try Invariant.inTime("opening") {
                try SpreadsheetFile(path: file.path, limits: limits)
            }
        } catch {
            return Invariant.holds(error is FileRefusal, "opening threw \(error)")
        }
        Invariant.holds(!book.sheets.isEmpty, "a workbook that opens has sheets")
        for sheet in book.sheets.prefix(3) {
            let (whole, extent, refusal) = Invariant.inTime("reading") {
                read(book, sheet, step: 1 << 16)
            }
            let (steps, _, sameRefusal) = read(book, sheet, step: 1 + Int(kind >> 1))
            Invariant.holds(refusal == sameRefusal, "refused by \(String(describing: refusal))")
            Invariant.holds(
                refusal != nil || steps == whole, "the text depends on the size of the steps")
            if refusal == nil, let extent { check(whole, extent) }
        }
    }

    /// Limits that small inputs reach, too.
    private static var limits: SpreadsheetLimits {
        var limits = SpreadsheetLimits()
        limits.unpackedBytes = 1 << 20
        limits.sharedStringBytes = 1 << 16
        limits.textBytes = 1 << 20
        limits.rowBytes = 1 << 16
        limits.rows = 5000
        limits.columns = 200
        limits.styles = 500
        return limits
    }

    private static func read(
        _ book: SpreadsheetFile, _ sheet: SpreadsheetFile.Sheet, step: Int
    ) -> (text: [UInt8], extent: SheetExtent?, refusal: FileRefusal?) {
        var bytes: [UInt8] = []
        var extent: SheetExtent?
        do {
            var text = try SpreadsheetText(book, sheet: sheet)
            extent = text.extent
            while try text.read(upTo: step, into: &bytes) > 0 {}
            return (bytes, extent, nil)
        } catch {
            Invariant.holds(error is FileRefusal, "reading threw \(error)")
            return (bytes, extent, error as? FileRefusal)
        }
    }

    /// The text has a record for each row and a cell for each column, as the sheet was measured.
    private static func check(_ bytes: [UInt8], _ extent: SheetExtent) {
        Invariant.holds(
            String(validating: bytes, as: UTF8.self) != nil, "the text of a sheet is UTF-8")
        text.write(bytes)
        var outcome = ReadOutcome()
        let options = DelimitedOptions(headerRows: 0, columnCount: extent.columns)
        do {
            var reader = try DelimitedReader(
                path: text.path, encoding: .utf8, options: options)
            outcome.columns = reader.columns
            outcome.read { try reader.nextBatch() }
        } catch {
            return Invariant.holds(false, "the text of a sheet was refused: \(error)")
        }
        Invariant.holds(outcome.refusal == nil, "\(String(describing: outcome.refusal))")
        Invariant.holds(
            outcome.records.allSatisfy { $0.fault == nil }, "the text of a sheet has faults")
        // Blank rows above the first record are passed by with the header that is not there.
        Invariant.holds(
            outcome.records.count + outcome.ignored.count <= extent.rows,
            "\(outcome.records.count) records and \(outcome.ignored.count) blank rows of \(extent.rows)"
        )
    }
}
