import Diagnostics
import Extraction

extension Diagnostic {
    /// Returns the finding that a file cannot be read, or `nil` for an error that concerns no file.
    init?(_ error: any Error, file: String) {
        let refusal: FileRefusal
        switch error {
        case let error as FileRefusal: refusal = error
        case let error as FileError: refusal = error.refusal
        default: return nil
        }
        self.init(
            refusal.rule, severity: .fatal,
            at: InputPosition(
                file: file, sheet: refusal.sheet, line: refusal.line, byte: refusal.byte,
                columnName: refusal.columnName), details: refusal.details)
    }
}
