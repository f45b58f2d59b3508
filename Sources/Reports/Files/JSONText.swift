import PupilSupport
import Rollup

/// A JSON value that keeps the order of its keys and knows no floating point.
indirect enum JSONText {
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
    var text: String {
        var text = ""
        write(to: &text, lineStart: "\n")
        text += "\n"
        return text
    }

    /// - Parameter lineStart: A line end and the blanks with which the value's own lines begin.
    private func write(to text: inout String, lineStart: String) {
        switch self {
        case .words(let words): Self.write(words, to: &text)
        case .integer(let integer): text += String(integer)
        case .value(let value): text += value.description
        case .truth(let truth): text += truth ? "true" : "false"
        case .nothing: text += "null"
        case .list(let items):
            Self.writeItems(items.count, "[", "]", to: &text, lineStart) { place, text, lineStart in
                items[place].write(to: &text, lineStart: lineStart)
            }
        case .made(let count, let make):
            Self.writeItems(count, "[", "]", to: &text, lineStart) { place, text, lineStart in
                make(place).write(to: &text, lineStart: lineStart)
            }
        case .object(let members):
            Self.writeItems(members.count, "{", "}", to: &text, lineStart) {
                place, text, lineStart in
                Self.write(members[place].key, to: &text)
                text += ": "
                members[place].value.write(to: &text, lineStart: lineStart)
            }
        }
    }

    private static func writeItems(
        _ count: Int, _ open: String, _ close: String, to text: inout String, _ lineStart: String,
        _ body: (Int, inout String, String) -> Void
    ) {
        text += open
        let inner = lineStart + "  "
        for place in 0..<count {
            if place > 0 { text += "," }
            text += inner
            body(place, &text, inner)
        }
        if count > 0 { text += lineStart }
        text += close
    }

    private static func write(_ words: String, to text: inout String) {
        text += "\""
        // Most words hold nothing that JSON writes otherwise, and are taken whole.
        if words.utf8.contains(where: mayNeedEscape) {
            for scalar in words.unicodeScalars { write(scalar, to: &text) }
        } else {
            text += words
        }
        text += "\""
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        // E2 begins the line and paragraph separators.
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
}
