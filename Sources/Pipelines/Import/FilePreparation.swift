import Diagnostics
import Extraction

/// Finds out how a file is read: what it is, whose, and in what it departs from its definition.
struct FilePreparation {
    private let recognizer: Recognizer
    /// The words of files that messages may show.
    let words: KnownWords

    init(_ definitions: Definitions) {
        recognizer = Recognizer(sources: definitions.sources)
        words = definitions.words
    }

    /// Prepares a file.
    ///
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when no definition fits it.
    func prepare(_ file: Inbox.File) throws -> (SurveyedFile, Recognizer.Match) {
        let survey = try SurveyedFile(path: file.path, sentAs: file.archived)
        return (survey, try match(file, survey: survey))
    }

    /// Finds out how a file is read that was surveyed.
    ///
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when no definition fits it.
    func match(_ file: Inbox.File, survey: SurveyedFile) throws -> Recognizer.Match {
        guard survey.survey.isWorkbook || survey.survey.textCount > 0 else {
            throw FileRefusal(ExtractionRules.emptyFile)
        }
        var content = try FileContent(
            path: file.path, isWorkbook: survey.survey.isWorkbook, words: words)
        let pins = PinCheck(recognizer: recognizer, survey: survey.survey)
        if let match = try recognizer.match(file.name, &content) {
            return try pins.settled(match, &content)
        }
        for candidate in recognizer.candidates {
            if let fault = content.headerFault(for: candidate.file) { throw fault }
        }
        if let match = try pins.departing(file, &content) { return match }
        throw try recognizer.refusal(of: file, &content)
    }
}
