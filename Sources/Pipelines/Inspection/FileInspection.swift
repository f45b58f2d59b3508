public import Diagnostics
public import Extraction

/// What was found of a file that nobody has described yet.
public struct FileInspection: Sendable {
    /// The path of the file.
    public let path: String
    /// What it is.
    public let content: Content

    /// What a file is.
    public enum Content: Sendable {
        /// A delimited text.
        case delimited(EncodingFinding, DelimitedInspection)
        /// An XML document.
        case xml(XMLRoot)
        /// Nothing that can be read, and why.
        case unreadable(Diagnostic)
    }

    /// Inspects a file.
    ///
    /// - Parameter path: The path of the file.
    public init(path: String) {
        self.path = path
        do {
            content = try Self.content(path)
        } catch let refusal as FileRefusal {
            content = .unreadable(
                Diagnostic(
                    refusal.rule, severity: .fatal,
                    at: InputPosition(
                        file: path, line: refusal.line, byte: refusal.byte,
                        columnName: refusal.columnName), details: refusal.details))
        } catch {
            content = .unreadable(
                Diagnostic(
                    ExtractionRules.unreadable, at: InputPosition(file: path),
                    details: ["reason": "\(error)"]))
        }
    }

    private static func content(_ path: String) throws -> Content {
        let survey = try FileSurvey(path: path)
        guard survey.count > 0 else { throw FileRefusal(ExtractionRules.emptyFile) }
        if let root = try XMLRoot(path: path) { return .xml(root) }
        guard let encoding = survey.finding.encoding else {
            throw FileRefusal(
                ExtractionRules.unknownEncoding,
                details: [
                    "reason.lv": survey.finding.reason.words.lv,
                    "reason.en": survey.finding.reason.words.en,
                ])
        }
        return .delimited(
            survey.finding, try DelimitedInspector.inspect(path: path, encoding: encoding))
    }

    /// What was found of the table, with the encoding to read it in.
    var table: (encoding: TextEncoding, inspection: DelimitedInspection)? {
        switch content {
        case .delimited(let finding, let inspection):
            finding.encoding.map { ($0, inspection) }
        case .xml, .unreadable: nil
        }
    }
}
