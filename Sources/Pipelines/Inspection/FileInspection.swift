public import Diagnostics
public import Extraction

/// What was found of a file that nobody has described yet.
public struct FileInspection: Sendable {
    /// The path of the file as it may be shown.
    public let shownPath: String
    let place: FilePath
    /// What it is.
    public let content: Content
    /// Why the sheet that was asked for cannot be read, and what to ask for; `nil` when it can.
    public let wrongSheet: MessageText?
    /// The words of the file that may be shown.
    let words: KnownWords
    /// Whether the caller named the sheet.
    let isSheetChosen: Bool

    /// What a file is.
    public enum Content: Sendable {
        /// A delimited text.
        case delimited(EncodingFinding, DelimitedInspection)
        /// A sheet of a workbook, and the names of all its sheets.
        case workbook(sheet: String, sheets: [String], DelimitedInspection)
        /// An XML document.
        case xml(EncodingFinding, XMLOutline)
        /// Nothing that can be read, and why.
        case unreadable(Diagnostic)
    }

    /// Inspects a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - sheet: The sheet of a workbook, or `nil` for the first that is not hidden.
    ///   - definitions: The definitions, whose words may be shown; `nil` to do without.
    public init(path: String, sheet: String? = nil, definitions: Definitions? = nil) {
        self.init(path: FilePath(path), sheet: sheet, words: definitions?.words ?? .ordinary)
    }

    /// - Parameters:
    ///   - name: The path below the caller's folder, or `nil` for a file that the caller names.
    ///   - shownName: How that path may be shown.
    ///   - words: The words of the file that may be shown.
    init(
        path: FilePath, sheet: String? = nil, name: String? = nil, shownAs shownName: String? = nil,
        words: KnownWords
    ) {
        let shown = Self.shown(path, name: name, as: shownName, knowing: words)
        shownPath = shown
        place = path
        self.words = words
        isSheetChosen = sheet != nil
        var wrongSheet: MessageText?
        do {
            let found = try Self.content(path, sheet, words)
            content = found
            if sheet != nil, Self.sheets(of: found).isEmpty {
                wrongSheet = MessageText(
                    lv: "fails nav darbgrāmata, un lapu tajā nav; atstājiet --sheet prom",
                    en: "the file is no workbook and has no sheets; leave --sheet out")
            }
        } catch {
            if let refusal = error as? FileRefusal,
                refusal.rule.code == SpreadsheetRules.noSheet.code
            {
                let (asked, known) = (sheet ?? "", refusal.details["found"] ?? "")
                wrongSheet = MessageText(
                    lv: "darbgrāmatā nav lapas '\(asked)'; ir: \(known); norādiet vienu no tām ar "
                        + "--sheet vai atstājiet to prom",
                    en:
                        "the workbook has no sheet '\(asked)'; it has: \(known); name one of them with "
                        + "--sheet, or leave it out")
            }
            content = .unreadable(
                Diagnostic(error, file: shown)
                    ?? Diagnostic(
                        ExtractionRules.unreadable, at: InputPosition(file: shown),
                        details: ["reason": "\(error)"]))
        }
        self.wrongSheet = wrongSheet
    }

    /// The names of all sheets of a workbook; none of any other file.
    private static func sheets(of content: Content) -> [String] {
        if case .workbook(_, let sheets, _) = content { sheets } else { [] }
    }

    /// What the caller typed is the caller's own words; the name of a file in a folder is its sender's.
    private static func shown(
        _ path: FilePath, name: String?, as shownName: String?, knowing words: KnownWords
    ) -> String {
        let text = "\(path)"
        guard let name else { return text }
        let shown = shownName ?? ShownText(fileName: name, knowing: words).text
        return text.hasSuffix(name) ? text.dropLast(name.count) + shown : shown
    }

    private static func content(
        _ path: FilePath, _ sheet: String?, _ words: KnownWords
    ) throws -> Content {
        if try SpreadsheetFile.looksLikeWorkbook(path: path) {
            let workbook = try SpreadsheetFile(path: path, words: words)
            let chosen = try workbook.sheet(named: sheet)
            return .workbook(
                sheet: chosen.name, sheets: workbook.sheets.map(\.name),
                try DelimitedInspector.inspect(workbook: path, sheet: chosen.name))
        }
        let survey = try FileSurvey(path: path)
        guard survey.count > 0 else { throw FileRefusal(ExtractionRules.emptyFile) }
        guard let encoding = survey.finding.encoding else {
            throw FileRefusal(
                ExtractionRules.unknownEncoding,
                details: [
                    "reason.lv": survey.finding.reason.words.lv,
                    "reason.en": survey.finding.reason.words.en,
                ])
        }
        if let form = try WebForm(path: path) {
            throw FileRefusal(ExtractionRules.webForm, details: ["form": form.rawValue])
        }
        if let outline = try outline(of: path, encoding) { return .xml(survey.finding, outline) }
        return .delimited(
            survey.finding, try DelimitedInspector.inspect(path: path, encoding: encoding))
    }

    /// Returns the elements of an XML file, or `nil` when a file is none.
    private static func outline(
        of path: FilePath, _ encoding: TextEncoding
    ) throws -> XMLOutline? {
        let hasRoot = try XMLRoot(path: path) != nil
        guard try hasRoot || XMLRoot.isMarkup(path: path) else { return nil }
        do {
            return try XMLInspector.inspect(path: path, encoding: encoding)
        } catch let refusal as FileRefusal where refusal.rule == ExtractionRules.tornXML {
            // A file without a root is read as a table by definitions, so it may be one; but not one that
            // begins with the declaration of XML.
            if try hasRoot || XMLRoot.isDeclared(path: path) { throw refusal }
            return nil
        }
    }

    /// What was found of the table, with the encoding to read it in.
    var table: (encoding: TextEncoding, inspection: DelimitedInspection)? {
        switch content {
        case .delimited(let finding, let inspection):
            finding.encoding.map { ($0, inspection) }
        case .workbook(_, _, let inspection): (.utf8, inspection)
        case .xml, .unreadable: nil
        }
    }

    /// Whether the file is XML.
    public var isXML: Bool { if case .xml = content { true } else { false } }

    /// Why the file cannot be read, or `nil` when it can.
    public var refusal: Diagnostic? {
        if case .unreadable(let finding) = content { finding } else { nil }
    }

    /// Whether anything of the file is a table or records.
    public var hasTable: Bool {
        if case .xml(_, let outline) = content { return !outline.records.isEmpty }
        return table?.inspection.mainTable != nil
    }
}
