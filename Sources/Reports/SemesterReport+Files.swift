public import PupilSupport

/// A file of a report, ready to be written.
public struct ReportFile: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// The content.
    public let bytes: [UInt8]

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

extension SemesterReport {
    /// Returns all files of the report; the same report gives the same bytes.
    ///
    /// - Parameter language: The language of the page and of the names in tables.
    /// - Throws: An error of the template engine when a template is broken.
    public func files(in language: Language = .latvian) throws -> [ReportFile] {
        let table = FigureTable(report: self, language: language)
        return [
            ReportFile("report.html", try PageRenderer().render(self, in: language)),
            ReportFile("summary.json", SummaryDocument(report: self).bytes),
            ReportFile(
                "participants.csv", table.text(families: ["participants", "target", "need"])),
            ReportFile("teachers.csv", table.text(families: ["teachers", "support"])),
            ReportFile("outcomes.csv", table.text(families: ["outcomes", "feedback"])),
            ReportFile("quality.csv", QualityTable(report: self, language: language).text),
        ]
    }
}
