public import Diagnostics

/// A workbook of Excel (`.xlsx`, `.xlsm`), of which the list of sheets has been read.
public struct SpreadsheetFile: Sendable {
    /// A sheet with cells.
    public struct Sheet: Hashable, Sendable {
        /// The name on its tab.
        public let name: String
        /// Whether the workbook hides it.
        public let isHidden: Bool
        let part: String
    }

    /// The path of the file.
    public let path: FilePath
    /// The sheets with cells, in the order of their tabs.
    public let sheets: [Sheet]
    /// What the workbook may ask of the reader.
    public let limits: SpreadsheetLimits
    let words: KnownWords
    let isDate1904: Bool
    let stylesPart: String?
    let stringsPart: String?

    /// Opens a workbook and lists its sheets.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - limits: What the workbook may ask of the reader.
    ///   - words: The words of the file that messages may show.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it is no workbook that
    ///   may be read.
    public init(
        path: FilePath, limits: SpreadsheetLimits = .init(), words: KnownWords = .ordinary
    ) throws {
        let archive = try ZipArchive(path: path, limits: limits)
        let book = try Self.bookPart(of: archive)
        let contents = try archive.parse(book, with: WorkbookPart(limit: limits.entries))
        let relations = try PartRelations.read(of: book, in: archive)
        let parts = Dictionary(
            relations.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        sheets = contents.sheets.compactMap { sheet in
            guard let relation = parts[sheet.relation], relation.kind == "worksheet",
                let part = relation.part
            else { return nil }
            return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part)
        }
        guard !sheets.isEmpty else {
            throw FileRefusal.notWorkbook(
                lv: "tajā nav nevienas lapas ar šūnām", en: "it has no sheet with cells")
        }
        self.path = path
        self.limits = limits
        self.words = words
        isDate1904 = contents.isDate1904
        stylesPart = relations.first { $0.kind == "styles" }?.part
        stringsPart = relations.first { $0.kind == "sharedStrings" }?.part
    }

    /// Whether a file begins as a workbook does, be it of today or of the old format.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    public static func looksLikeWorkbook(path: FilePath) throws -> Bool {
        let blocks = try FileBlocks(path: path)
        var start: [UInt8] = []
        _ = try blocks.read(upTo: 64, into: &start)
        return WorkbookSignature(start: start).isWorkbook
    }

    /// Returns the sheet of a name, or for no name the first that is not hidden.
    ///
    /// - Throws: ``FileRefusal`` when there is no sheet of the name.
    public func sheet(named name: String? = nil) throws(FileRefusal) -> Sheet {
        guard let name else { return sheets.first { !$0.isHidden } ?? sheets[0] }
        let folded = name.lowercased()
        guard
            let sheet = sheets.first(where: { $0.name == name })
                ?? sheets.first(where: { $0.name.lowercased() == folded })
        else {
            throw FileRefusal(
                SpreadsheetRules.noSheet, details: ["sheet": name, "found": listedSheets])
        }
        return sheet
    }

    /// The names of the sheets, for messages.
    var listedSheets: String {
        let names = sheets.prefix(20).map { "'\(shownName(of: $0))'" }.joined(separator: ", ")
        return sheets.count > 20 ? names + ", …" : names
    }

    /// The name of a sheet as messages may show it: some give each pupil a sheet.
    func shownName(of sheet: Sheet) -> String { ShownText(sheet.name, knowing: words).text }

    /// Finds the part that is the workbook, which other kinds of documents in ZIP files do not have.
    private static func bookPart(of archive: ZipArchive) throws(FileRefusal) -> String {
        guard archive.contains(PartName.relations(of: "")) else {
            if archive.contains("content.xml") {
                throw .notWorkbook(
                    lv: "OpenDocument fails (.ods)", en: "an OpenDocument file (.ods)")
            }
            throw .zipWithoutWorkbook
        }
        let relations = try PartRelations.read(of: "", in: archive)
        guard let part = relations.first(where: { $0.kind == "officeDocument" })?.part else {
            throw .zipWithoutWorkbook
        }
        guard !part.lowercased().hasSuffix(".bin") else {
            throw .notWorkbook(
                lv: "Excel binārā darbgrāmata (.xlsb)", en: "a binary workbook of Excel (.xlsb)")
        }
        return part
    }
}
