public import Diagnostics
import Glibc

/// A file that cannot be read, and why.
public struct FileError: Error, Hashable, CustomStringConvertible {
    /// The path of the file.
    public let path: FilePath
    /// The system's error number.
    public let code: Int32

    /// Creates an error.
    public init(path: FilePath, code: Int32) {
        self.path = path
        self.code = code
    }

    /// What the system says of the error.
    public var words: MessageText { .system(code, words: description) }

    /// The system's words for the error.
    public var description: String { String(cString: strerror(code)) }

    /// The rule that the file breaks, with the advice that fits the error.
    public var refusal: FileRefusal {
        switch code {
        case EISDIR:
            FileRefusal(
                ExtractionRules.noRegularFile,
                details: ["found.lv": "mape", "found.en": "a folder"])
        case EOPNOTSUPP, ENXIO:
            FileRefusal(
                ExtractionRules.noRegularFile,
                details: [
                    "found.lv": "caurule, ligzda vai ierīce",
                    "found.en": "a pipe, a socket or a device",
                ])
        case ENOENT, ENOTDIR: FileRefusal(ExtractionRules.noSuchFile)
        default:
            FileRefusal(
                ExtractionRules.unreadable,
                details: ["reason.lv": words.lv, "reason.en": words.en])
        }
    }
}
