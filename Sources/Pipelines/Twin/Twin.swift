import Diagnostics
import Extraction
import Glibc
public import PupilSupport

/// A synthetic twin of an export: the same bytes where its structure and its faults are, invented people.
///
/// Letters become letters of the same kind, digits digits, names invented names, personal codes codes
/// that are nobody's; the same text becomes the same text throughout. What names columns stays, and so
/// do values that come again and again and tell of nobody.
public struct Twin: Sendable {
    /// The bytes to send.
    public let bytes: [UInt8]
    /// What stayed and how much is invented.
    public let summary: TwinSummary

    /// The largest file of which a twin is made.
    public static let largestFile = 64 << 20

    /// Makes the twin of a file: of a workbook that of its first sheet, as CSV.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: Its encoding, or `nil` to have it found.
    ///   - definitions: The definitions, whose terms are nobody's name; `nil` to do without.
    ///   - seed: A seed that gives the same twin again, or `nil` for one that nobody can repeat.
    /// - Throws: ``TwinRefusal`` when no twin can be made.
    public init(
        of path: String, encoding: String? = nil, definitions: Definitions? = nil,
        seed: UInt64? = nil
    ) throws {
        let random = TwinRandom(seed: seed)
        let known = KnownTerms(definitions)
        do {
            let input = try TwinInput(path: path, encoding: encoding)
            var text = LosslessText(sent: input.bytes, encoding: input.encoding)
            let made =
                switch input.form {
                case .xml:
                    XMLTwin(text, encoding: input.encoding, known: known, random: random).make()
                case .delimited(let inspection):
                    DelimitedTwin(
                        text, encoding: input.encoding, inspection: inspection, known: known,
                        random: random
                    ).make()
                }
            text.bytes = made.text
            bytes = text.sent()
            summary = made.summary
        } catch let error as FileError {
            throw TwinRefusal(
                lv: "failu nevar nolasīt: \(error.words.lv)",
                en: "the file cannot be read: \(error.words.en)")
        } catch let refusal as FileRefusal {
            throw TwinRefusal(refusal)
        }
    }
}

/// Why no twin can be made of a file.
public struct TwinRefusal: Error, Sendable {
    /// The reason and what to do.
    public let reason: LocalizedText

    /// Creates the refusal of a file that breaks a rule.
    init(_ refusal: FileRefusal) {
        func text(_ language: MessageLanguage) -> String {
            let rule = refusal.rule
            return "\(rule.summary.text(in: language, details: refusal.details)) [\(rule.code)]\n"
                + "  \(language == .latvian ? "padoms" : "help"): "
                + rule.advice.text(in: language, details: refusal.details)
        }
        self.init(lv: text(.latvian), en: text(.english))
    }

    init(lv: String, en: String) { reason = LocalizedText(lv: lv, en: en) }
}
