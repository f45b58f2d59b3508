/// A form of text that browsers and programs know and schools save under the name of a table.
public enum WebForm: String, Sendable {
    /// A page of the web, as some programs write a workbook.
    case html = "HTML"
    /// Objects and lists.
    case json = "JSON"

    /// Returns the form that the start of a file tells, or `nil` for any other file.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    public init?(path: FilePath) throws {
        let blocks = try FileBlocks(path: path)
        var bytes: [UInt8] = []
        _ = try blocks.read(upTo: 1 << 12, into: &bytes)
        self.init(start: bytes)
    }

    /// Returns the form that the first bytes of a text tell; zero bytes are those of UTF-16.
    init?(start bytes: [UInt8]) {
        let text = bytes.drop { $0 <= 0x20 || $0 >= 0xBB }.filter { $0 != 0 }
        let small = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
        if Self.isHTML(small) {
            self = .html
        } else if Self.isJSON(small) {
            self = .json
        } else {
            return nil
        }
    }

    private static func isHTML(_ text: String) -> Bool {
        guard text.hasPrefix("<") else { return false }
        return text.hasPrefix("<!doctype html")
            || ["<html", "<table", "<head", "<body"].contains { tag in
                text.hasPrefix(tag)
                    && text.dropFirst(tag.count).first.map { $0 == ">" || $0.isWhitespace } ?? true
            } && !text.contains("<?xml")
    }

    private static func isJSON(_ text: String) -> Bool {
        guard let first = text.first, first == "{" || first == "[" else { return false }
        let inner = text.dropFirst().drop { $0.isWhitespace }
        if first == "{" {
            return inner.first == "\"" && inner.contains("\":") || inner.first == "}"
        }
        guard let next = inner.first else { return false }
        if next == "{" || next == "[" { return isJSON(String(inner)) }
        return false
    }
}
