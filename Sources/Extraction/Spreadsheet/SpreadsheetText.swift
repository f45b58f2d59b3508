import Diagnostics

/// A sheet of a workbook as the UTF-8 text of a table after RFC 4180: commas, quotes, CR LF.
///
/// There is one record for each row of the sheet from row 1 on, so **the number of a record is the
/// number of its row**. A cell may hold line ends, so a reader of this text must count records where it
/// counts physical lines of other files; `SheetCell` then names the place as Excel does.
///
/// A row without a filled cell is a blank record; blank rows behind the last filled row are left out.
/// Every other record has a cell for each column up to the last that is filled in any row. Of merged
/// cells the first holds the text and the others are empty; hidden rows and columns are read as all others.
///
/// A formula stands as its last value, a truth as `TRUE` or `FALSE`, an error as its name. A number
/// stands in plain decimal digits without the noise of binary fractions. Where its format shows a day
/// or a time it stands as `2019-05-31`, `2019-05-31 13:30` or `13:30`, with seconds when there are any;
/// a length of time may have more than 24 hours. Where its format has fixed places for digits, as
/// codes have, it keeps the zeros before it.
public struct SpreadsheetText: ~Copyable {
    /// The sheet.
    public let sheet: SpreadsheetFile.Sheet
    /// How far the filled cells of the sheet reach.
    public let extent: SheetExtent

    private let parser: PartParser<SheetPart>
    private let block: UnsafeMutableRawBufferPointer
    private var part: ZipPart
    private var taken = 0
    private var isAtEnd = false

    /// Opens a sheet and measures it.
    ///
    /// The sheet is read twice, here and as text is asked for: only at its end is it known how far its
    /// cells reach and that its checksum is right. Texts that cells share are held in memory.
    ///
    /// - Parameters:
    ///   - file: The workbook.
    ///   - sheet: One of its sheets.
    ///   - decimalMark: The byte between the whole part and the fraction of a number.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when the sheet is empty or
    ///   must not be read.
    public init(
        _ file: SpreadsheetFile, sheet: SpreadsheetFile.Sheet,
        decimalMark: UInt8 = UInt8(ascii: ".")
    ) throws {
        let archive = try ZipArchive(path: file.path, limits: file.limits)
        let context = try Self.context(
            of: file, sheet: sheet, decimalMark: decimalMark, in: archive)
        let extent = try archive.parse(sheet.part, with: SheetPart(context, known: nil)).extent
        guard extent.rows > 0 else {
            throw FileRefusal(
                SpreadsheetRules.emptySheet,
                details: ["sheet": file.shownName(of: sheet), "found": file.listedSheets])
        }
        let parser = try PartParser(
            SheetPart(context, known: extent), part: sheet.part, namespaces: SheetNamespaces.main)
        let part = try archive.part(sheet.part)
        self.parser = parser
        self.part = part
        block = .allocate(byteCount: ZipArchive.blockSize, alignment: 16)
        self.sheet = sheet
        self.extent = extent
    }

    deinit { block.deallocate() }

    /// Appends up to `count` bytes of the text to a buffer.
    ///
    /// - Returns: The number of bytes appended; 0 at the end of the text.
    /// - Throws: ``FileRefusal`` when the workbook must not be read on.
    public mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws -> Int {
        while !isAtEnd, parser.events.output.count - taken < count {
            parser.update { $0.output.removeSubrange(..<taken) }
            taken = 0
            let added = try part.read(into: block)
            try parser.parse(
                UnsafeRawBufferPointer(rebasing: block[..<added]), isFinal: added == 0)
            isAtEnd = added == 0 || parser.isComplete
        }
        let end = min(taken + count, parser.events.output.count)
        buffer.append(contentsOf: parser.events.output[taken..<end])
        defer { taken = end }
        return end - taken
    }

    private static func context(
        of file: SpreadsheetFile, sheet: SpreadsheetFile.Sheet, decimalMark: UInt8,
        in archive: ZipArchive
    ) throws(FileRefusal) -> SheetPart.Context {
        var formats: [CellFormat] = []
        if let part = file.stylesPart {
            formats = try archive.parse(
                part, with: StylesPart(part: part, limit: file.limits.styles)
            ).formats
        }
        var strings = SharedStrings()
        if let part = file.stringsPart {
            strings = try archive.parse(
                part, with: SharedStringsPart(part: part, limits: file.limits)
            ).strings
        }
        return SheetPart.Context(
            sheet: file.shownName(of: sheet), part: sheet.part, limits: file.limits,
            strings: strings,
            writer: CellWriter(
                formats: formats, isDate1904: file.isDate1904, decimalMark: decimalMark))
    }
}
