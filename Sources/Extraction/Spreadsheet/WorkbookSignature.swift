import Diagnostics
import Glibc

/// What the first bytes of a file say about its being a workbook.
enum WorkbookSignature {
    /// A ZIP file, as every workbook of today is one.
    case zip
    /// The container of the old `.xls`, and of workbooks under a password.
    case compoundFile
    /// Text that begins with an angle bracket: many systems save HTML under the name of a workbook.
    case markup
    /// A file without a byte.
    case empty
    /// Anything else, with its first bytes.
    case other([UInt8])

    init(start: [UInt8]) {
        let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
        if start.isEmpty {
            self = .empty
        } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .compoundFile
        } else if text.first == UInt8(ascii: "<") {
            self = .markup
        } else {
            self = .other(start)
        }
    }

    /// Whether a file that begins like this is a workbook, though perhaps none that may be read.
    var isWorkbook: Bool {
        switch self {
        case .zip, .compoundFile: true
        case .markup, .empty, .other: false
        }
    }

    /// Returns why a file that begins like this is refused, or `nil` when it may be a workbook.
    func refusal(of descriptor: Int32) throws(FileError) -> FileRefusal? {
        switch self {
        case .zip: return nil
        case .empty: return FileRefusal(ExtractionRules.emptyFile)
        case .compoundFile:
            return FileRefusal(
                try Self.isEncrypted(descriptor)
                    ? SpreadsheetRules.protected : SpreadsheetRules.oldFormat)
        case .markup:
            return .notWorkbook(lv: "HTML vai XML teksts", en: "HTML or XML text")
        case .other(let start):
            let hexadecimal = start.prefix(4).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            let found = "0x\(hexadecimal.joined())"
            return .notWorkbook(lv: "tas sākas ar \(found)", en: "it begins with \(found)")
        }
    }

    /// Whether a compound file holds a package under a password, whose stream has a name of its own.
    private static func isEncrypted(_ descriptor: Int32) throws(FileError) -> Bool {
        let name = "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
        var offset = 0
        while true {
            let block = try bytes(of: descriptor, from: offset, count: 1 << 20)
            guard block.count >= name.count else { return false }
            for start in 0...(block.count - name.count)
            where block[start] == name[0] && block[start...].starts(with: name) {
                return true
            }
            guard block.count > name.count else { return false }
            offset += block.count - name.count
        }
    }

    /// Returns bytes of a file from an offset on, fewer where it ends.
    static func bytes(
        of descriptor: Int32, from offset: Int, count: Int
    ) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            var result = 0
            repeat {
                result = pread(descriptor, target.baseAddress, count, off_t(offset))
            } while result < 0 && errno == EINTR
            if result < 0 { failure = errno } else { filled = result }
        }
        guard failure == 0 else { throw FileError(path: FilePath(""), code: failure) }
        return bytes
    }
}

extension FileRefusal {
    /// Refuses a file that is something else than a workbook.
    static func notWorkbook(lv: String, en: String) -> FileRefusal {
        FileRefusal(SpreadsheetRules.notWorkbook, details: ["found.lv": lv, "found.en": en])
    }

    /// Refuses a ZIP file that is another kind of document, or none.
    static var zipWithoutWorkbook: FileRefusal {
        .notWorkbook(lv: "ZIP fails bez darbgrāmatas", en: "a ZIP file without a workbook")
    }

    /// Refuses a workbook of which a part cannot be read.
    static func damaged(_ part: String, lv: String, en: String) -> FileRefusal {
        FileRefusal(
            SpreadsheetRules.damaged,
            details: [
                "part": ShownText(path: part, knowing: .ordinary).text, "reason.lv": lv,
                "reason.en": en,
            ])
    }

    /// Refuses a workbook of which a part is something else than its relation promises.
    static func unexpectedRoot(_ part: String) -> FileRefusal {
        .damaged(
            part, lv: "tajā ir kas cits, nekā tai jābūt", en: "it holds something else than it must"
        )
    }

    /// Refuses a workbook that asks too much.
    static func workbookLimit(lv: String, en: String, allowed: String) -> FileRefusal {
        FileRefusal(
            SpreadsheetRules.workbookLimit,
            details: ["limit.lv": lv, "limit.en": en, "allowed": allowed])
    }
}
