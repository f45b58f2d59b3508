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

    /// The value as the UTF-8 bytes of its text.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }
}
