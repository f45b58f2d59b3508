import PupilSupport
import Rollup

/// A JSON value that keeps the order of its keys and knows no floating point.
enum JSONText {
    case words(String)
    case integer(Int)
    case value(FigureValue)
    case truth(Bool)
    case nothing
    case list([JSONText])
    /// A list whose items are made one at a time as they are written, for long lists.
    case made(count: Int, (Int) -> JSONText)
    /// A list whose items are handed out one by one, for lists of which nobody knows the length.
    case handedOut((_ body: (JSONText) throws -> Void) throws -> Void)
    case object([(key: String, value: JSONText)])

    /// A text in both languages.
    static func localized(_ text: LocalizedText) -> JSONText {
        .object([("lv", .words(text.lv)), ("en", .words(text.en))])
    }

    static func optional(_ words: String?) -> JSONText { words.map(JSONText.words) ?? .nothing }
    static func optional(_ value: FigureValue?) -> JSONText {
        value.map(JSONText.value) ?? .nothing
    }
    static func optional(_ number: Int?) -> JSONText { number.map(JSONText.integer) ?? .nothing }

    /// The value as text, two blanks a level, with a line end at the end.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value as the UTF-8 bytes of its text, for one without lists that are handed out.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    /// Hands on the UTF-8 bytes of the text piece by piece.
    ///
    /// - Throws: What keeps a list from being handed out, and what the body throws.
    func write(to body: ([UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            var writer = JSONWriter(handingOnTo: body)
            writer.write(self)
            writer.bytes.append(UInt8(ascii: "\n"))
            try writer.finish()
        }
    }
}
