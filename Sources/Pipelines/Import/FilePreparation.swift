import Extraction
import Normalization

/// Looks at a file before it is read: its bytes, and which definition it was made for.
struct FilePreparation {
    private let definitions: Definitions
    private let recognizer: Recognizer

    init(_ definitions: Definitions) {
        self.definitions = definitions
        recognizer = Recognizer(sources: definitions.sources)
    }

    /// Surveys a file and finds the definition that it is to be read with.
    ///
    /// - Throws: ``FileRefusal`` or ``FileError`` when it cannot be read with any.
    func prepare(_ file: Inbox.File) throws -> (SurveyedFile, Recognizer.Match) {
        let survey = try SurveyedFile(path: file.path)
        guard survey.survey.isWorkbook || survey.survey.textCount > 0 else {
            throw FileRefusal(ExtractionRules.emptyFile)
        }
        var content = try FileContent(
            path: file.path, isWorkbook: survey.survey.isWorkbook,
            words: definitions.words)
        let pins = PinCheck(recognizer: recognizer, survey: survey.survey)
        if let match = try recognizer.match(file.name, &content) {
            return (survey, try pins.settled(match, &content))
        }
        for candidate in recognizer.candidates {
            if let fault = content.headerFault(for: candidate.file) { throw fault }
        }
        if let match = try pins.departing(file, &content) { return (survey, match) }
        throw try recognizer.refusal(of: file, &content)
    }
}
