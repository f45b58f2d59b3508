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
        write(to: &text, indentation: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indentation: Int) {
        switch self {
        case .words(let words): Self.write(words, to: &text)
        case .integer(let integer): text += "\(integer)"
        case .value(let value): text += value.description
        case .truth(let truth): text += truth ? "true" : "false"
        case .nothing: text += "null"
        case .list(let items):
            Self.writeItems(items, "[", "]", to: &text, indentation) { item, text in
                item.write(to: &text, indentation: indentation + 1)
            }
        case .object(let members):
            Self.writeItems(members, "{", "}", to: &text, indentation) { member, text in
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indentation: indentation + 1)
            }
        }
    }

    private static func writeItems<Item>(
        _ items: [Item], _ open: String, _ close: String, to text: inout String,
        _ indentation: Int, _ body: (Item, inout String) -> Void
    ) {
        text += open
        for (place, item) in items.enumerated() {
            text += (place > 0 ? ",\n" : "\n") + String(repeating: "  ", count: indentation + 1)
            body(item, &text)
        }
        if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indentation) }
        text += close
    }

    private static func write(_ words: String, to text: inout String) {
        text += "\""
        for scalar in words.unicodeScalars {
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
        text += "\""
    }
}
