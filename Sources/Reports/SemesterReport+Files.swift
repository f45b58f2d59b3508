public import PupilSupport

/// A file of a report, ready to be written.
public struct ReportFile: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// The content.
    public let content: ReportContent

    /// All bytes of the content, in memory.
    public var bytes: [UInt8] { content.bytes }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) { self.init(name, ReportContent(bytes)) }

    init(_ name: String, _ content: ReportContent) {
        self.name = name
        self.content = content
    }
}

extension SemesterReport {
    /// The figures as one document, a file of the report.
    public var summary: ReportFile {
        get throws {
            ReportFile("summary.json", try SummaryDocument(report: self).content())
        }
    }

    /// Returns all files of the report; the same report gives the same bytes.
    ///
    /// - Parameter language: The language of the page and of the names in tables.
    /// - Throws: An error of the template engine when a template is broken; ``WorkbookError`` when the
    ///   machine does not let the workbook be made; ``SpoolError`` when it has no room for a long file; what
    ///   keeps findings from being read.
    public func files(in language: Language = .latvian) throws -> [ReportFile] {
        files(of: try parts(in: language).map { try $0.made() }, in: language)
    }

    /// Returns the parts of which the files are made, to be made one after the other or side by side; the first
    /// takes longest.
    ///
    /// - Parameter language: The language of the page and of the names in tables.
    public func parts(in language: Language = .latvian) -> [ReportPart] {
        let others = Language.allCases.filter { $0 != language }
        return ([.data, .page] + others.map(ReportPart.Kind.otherPage)).map { kind in
            ReportPart(report: self, language: language, kind: kind)
        }
    }

    /// Returns all files of the report.
    ///
    /// - Parameters:
    ///   - parts: All parts of the report.
    ///   - language: The language in which they were asked for.
    public func files(of parts: [MadeReportPart], in language: Language = .latvian) -> [ReportFile]
    {
        // Pages are listed first.
        let described = (parts.filter { !$0.isData } + parts.filter(\.isData)).flatMap(\.files)
        return described.map(\.file) + [
            ReportFile(
                TableMetadata.fileName,
                TableMetadata(report: self, language: language, files: described).bytes),
            ReportFile(
                DataPackage.fileName,
                DataPackage(report: self, language: language, files: described).bytes),
        ]
    }

    /// Makes what pages are made from, so that the first of them need not wait for it.
    public static func prepare() { PageTemplates.prepare() }

    fileprivate func page(in language: Language) throws -> DescribedFile {
        DescribedFile(
            file: ReportFile("report.html", try PageRenderer().render(self, in: language)),
            title: Phrases.title, description: Phrases.pageFile, mediaType: "text/html")
    }

    /// The page in another language than the report's.
    fileprivate func otherPage(in other: Language) throws -> DescribedFile {
        DescribedFile(
            file: ReportFile(
                "report.\(other.rawValue).html", try PageRenderer().render(self, in: other)),
            title: Phrases.title.saidIn(other), description: Phrases.pageFile.saidIn(other),
            mediaType: "text/html")
    }

    /// The files beside the pages.
    fileprivate func dataFiles(in language: Language) throws -> [DescribedFile] {
        let tidy = FigureTable(report: self, language: language)
        let spreadsheet = SpreadsheetText(table: PeopleTable(report: self, language: language))
        var files = [
            DescribedFile(
                file: try summary,
                title: Phrases.title, description: Phrases.summaryFile,
                mediaType: "application/json"),
            DescribedFile(
                file: ReportFile(
                    "summary.xlsx", try SummaryWorkbook(report: self, language: language).bytes()),
                title: Phrases.title, description: Phrases.workbookFile,
                mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ]
        files += TidyTable.allCases.map { table in
            DescribedFile(
                file: ReportFile(table.fileName, tidy.text(of: table)), title: table.title,
                description: Phrases.oneObservation, mediaType: "text/csv",
                table: .init(columns: TableColumn.figures, key: "address"))
        }
        files += TidyTable.allCases.map { table in
            DescribedFile(
                file: ReportFile(table.spreadsheetFileName, spreadsheet.text(of: table)),
                title: table.title,
                description: LocalizedText(
                    lv: "\(Phrases.convenience.lv) \(table.fileName)",
                    en: "\(Phrases.convenience.en) \(table.fileName)"), mediaType: "text/csv",
                table: .init(
                    columns: SpreadsheetText.columns(in: language), delimiter: ";",
                    decimalMark: ",", key: Phrases.address[language]), isConvenience: true)
        }
        guard audience == .internal else { return files }
        files.append(
            DescribedFile(
                file: ReportFile(
                    "quality.csv", try QualityTable(report: self, language: language).content()),
                title: Phrases.quality, description: Phrases.qualityFile, mediaType: "text/csv",
                table: .init(columns: TableColumn.quality)))
        return files
    }
}

/// Files of a report that no other of its files is needed for.
public struct ReportPart: Sendable {
    fileprivate enum Kind: Sendable {
        case page
        case otherPage(Language)
        case data
    }

    fileprivate let report: SemesterReport
    fileprivate let language: Language
    fileprivate let kind: Kind

    /// Makes the files.
    ///
    /// - Throws: An error of the template engine when a template is broken; ``WorkbookError`` when the
    ///   machine does not let the workbook be made.
    public func made() throws -> MadeReportPart {
        switch kind {
        case .page: MadeReportPart(isData: false, files: [try report.page(in: language)])
        case .otherPage(let other):
            MadeReportPart(isData: false, files: [try report.otherPage(in: other)])
        case .data: MadeReportPart(isData: true, files: try report.dataFiles(in: language))
        }
    }
}

/// What was made of a part of a report.
public struct MadeReportPart: Sendable {
    fileprivate let isData: Bool
    fileprivate let files: [DescribedFile]
}

extension LocalizedText {
    /// The words of one language, whichever is asked for: of a page in that language.
    fileprivate func saidIn(_ language: Language) -> LocalizedText {
        LocalizedText(lv: self[language], en: self[language])
    }
}
