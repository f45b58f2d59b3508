import Diagnostics
import Extraction
import Foundation
import Glibc
import SupportStore

/// The file of which a twin is made, read whole, and how it is written.
struct TwinInput {
    /// What kind of file it is.
    enum Form {
        case xml
        case delimited(DelimitedInspection)
    }

    let bytes: [UInt8]
    let encoding: TextEncoding
    let form: Form

    /// Reads a file.
    ///
    /// - Throws: ``TwinRefusal``, ``FileError`` or ``FileRefusal`` when no twin can be made of it.
    init(path: String, encoding: String?) throws {
        if try SpreadsheetFile.looksLikeWorkbook(path: FilePath(path)) {
            bytes = try Self.sheet(of: path)
            self.encoding = .utf8
            form = .delimited(DelimitedInspector.inspect(bytes, isComplete: true))
            return
        }
        bytes = try Self.bytes(of: path)
        guard !bytes.isEmpty else {
            throw FileRefusal(ExtractionRules.emptyFile)
        }
        self.encoding = try Self.encoding(of: path, asked: encoding, start: bytes.prefix(200))
        let text = LosslessText(sent: Array(bytes.prefix(4096)), encoding: self.encoding).bytes
        let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        let first = text.dropFirst(hasMark ? 3 : 0).first { $0 > 0x20 }
        form =
            first == UInt8(ascii: "<")
            ? .xml
            : .delimited(
                try DelimitedInspector.inspect(path: FilePath(path), encoding: self.encoding))
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw unreadable() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TwinRefusal(lv: "tas nav fails", en: "it is no file")
        }
        guard status.st_size <= Twin.largestFile else { throw tooLarge(Int(status.st_size)) }
        guard let data = FileManager.default.contents(atPath: path) else { throw unreadable() }
        return Array(data)
    }

    private static func unreadable() -> TwinRefusal {
        let reason = MessageText.system(errno)
        return TwinRefusal(
            lv: "failu nevar nolasīt: \(reason.lv)", en: "the file cannot be read: \(reason.en)")
    }

    private static func tooLarge(_ size: Int) -> TwinRefusal {
        let (found, allowed) = (size >> 20, Twin.largestFile >> 20)
        return TwinRefusal(
            lv:
                "\(found) MiB ir par daudz, atļauti \(allowed) MiB; dvīnim pietiek ar faila daļu, kurā "
                + "redzama kļūda",
            en:
                "\(found) MiB are too many, \(allowed) MiB are allowed; a part of the file that shows the "
                + "fault is enough for a twin")
    }

    // MARK: - Encoding

    private static func encoding(
        of path: String, asked: String?, start: ArraySlice<UInt8>
    ) throws -> TextEncoding {
        if let asked {
            guard let encoding = TextEncoding(rawValue: asked.lowercased()) else {
                let asked = ShownPath.text(of: asked)
                let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                throw TwinRefusal(
                    lv: "kodējuma '\(asked)' nav; atļauti: \(names)",
                    en: "there is no encoding '\(asked)'; allowed: \(names)")
            }
            return encoding
        }
        let survey = try FileSurvey(path: FilePath(path))
        if let declared = declared(in: start), survey.contradiction(to: declared) == nil {
            return declared
        }
        guard let encoding = survey.finding.encoding else {
            let words = survey.finding.reason.words
            throw TwinRefusal(
                lv: "kodējumu nevar noteikt: \(words.lv); norādiet to ar --encoding",
                en: "the encoding cannot be told: \(words.en); name it with --encoding")
        }
        return encoding
    }

    /// The encoding that an XML declaration names.
    private static func declared(in start: ArraySlice<UInt8>) -> TextEncoding? {
        let text = String(decoding: start, as: UTF8.self)
        guard text.contains("<?xml"),
            let match = text.firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/)
        else { return nil }
        return TextEncoding(rawValue: match.1.lowercased())
    }

    // MARK: - Workbooks

    private static func sheet(of path: String) throws -> [UInt8] {
        let file = try SpreadsheetFile(path: FilePath(path))
        var text = try SpreadsheetText(file, sheet: try file.sheet())
        var bytes: [UInt8] = []
        while try text.read(upTo: 1 << 20, into: &bytes) > 0 {
            guard bytes.count <= Twin.largestFile else { throw tooLarge(bytes.count) }
        }
        return bytes
    }
}
