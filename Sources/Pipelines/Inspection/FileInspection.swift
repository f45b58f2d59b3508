public import Diagnostics
public import Extraction

/// What was found of a file that nobody has described yet.
public struct FileInspection: Sendable {
    /// The path of the file as it may be shown.
    public let shownPath: String
    let place: FilePath
    /// What it is.
    public let content: Content

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
    public init(path: String, sheet: String? = nil) {
        self.init(path: FilePath(path), sheet: sheet)
    }

    /// - Parameters:
    ///   - name: The path below the caller's folder, or `nil` for a file that the caller names.
    ///   - shownName: How that path may be shown.
    init(
        path: FilePath, sheet: String? = nil, name: String? = nil, shownAs shownName: String? = nil
    ) {
        let shown = Self.shown(path, name: name, as: shownName)
        shownPath = shown
        place = path
        do {
            content = try Self.content(path, sheet)
        } catch {
            content = .unreadable(
                Diagnostic(error, file: shown)
                    ?? Diagnostic(
                        ExtractionRules.unreadable, at: InputPosition(file: shown),
                        details: ["reason": "\(error)"]))
        }
    }

    /// What the caller typed is the caller's own words; the name of a file in a folder is its sender's.
    private static func shown(_ path: FilePath, name: String?, as shownName: String?) -> String {
        let text = "\(path)"
        guard let name else { return text }
        let shown = shownName ?? ShownText(fileName: name, knowing: .ordinary).text
        return text.hasSuffix(name) ? text.dropLast(name.count) + shown : shown
    }

    private static func content(_ path: FilePath, _ sheet: String?) throws -> Content {
        if try SpreadsheetFile.looksLikeWorkbook(path: path) {
            let workbook = try SpreadsheetFile(path: path)
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
            // A file without a root is read as a table by definitions, so it may be one.
            if hasRoot { throw refusal }
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
