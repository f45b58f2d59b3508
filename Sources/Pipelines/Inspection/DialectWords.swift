import Diagnostics
import Extraction
import Normalization

/// The words for a dialect and what lines are.
enum DialectWords {
    /// The delimiters that definitions call by a name.
    static let named: [(name: String, byte: UInt8)] = [
        ("tab", 0x09), ("space", 0x20), ("unit-separator", 0x1F), ("start-of-heading", 0x01),
    ]

    static func delimiter(_ options: DelimitedOptions) -> String {
        named.first { $0.byte == options.delimiter }?.name
            ?? String(Unicode.Scalar(options.delimiter))
    }

    static func quote(_ options: DelimitedOptions) -> String {
        guard let quote = options.quote else { return "none" }
        let sign = String(Unicode.Scalar(quote))
        return options.escape == .backslash ? "\(sign) (\\\(sign))" : sign
    }

    static func role(_ role: LineRole, _ language: MessageLanguage) -> String {
        guard language == .latvian else { return role.rawValue }
        return switch role {
        case .preamble: "teksts virs tabulas"
        case .header: "virsraksts"
        case .record: "ieraksti"
        case .ragged: "rinda ar citu šūnu skaitu"
        case .blank: "tukšas"
        case .repeatedHeader: "virsraksts vēlreiz"
        case .group: "grupas nosaukums"
        case .total: "kopsumma"
        case .note: "piezīme"
        }
    }

    /// Explains the words that stand for a shape by an example, where any of them is used.
    static func legend(_ shapes: [CellShape], _ language: MessageLanguage) -> String {
        let isLatvian = language == .latvian
        var parts: [String] = []
        if shapes.contains(.integer) || shapes.contains(.decimal) {
            parts.append(
                isLatvian
                    ? "skaitlis 12 – cipari, arī ar daļām"
                    : "number 12 – digits, with a fraction too")
        }
        if shapes.contains(.code) {
            parts.append(
                isLatvian
                    ? "kods A1 – burti un cipari kopā bez atstarpes"
                    : "code A1 – letters and digits together without a blank")
        }
        return parts.isEmpty ? "" : "  (" + parts.joined(separator: "; ") + ")\n"
    }

    static func shape(_ shape: CellShape, _ language: MessageLanguage) -> String {
        let isLatvian = language == .latvian
        return switch shape {
        case .empty: isLatvian ? "tukša" : "empty"
        case .integer: isLatvian ? "skaitlis 12" : "number 12"
        case .decimal: isLatvian ? "skaitlis 1,5" : "number 1.5"
        case .date: isLatvian ? "datums" : "date"
        case .time: isLatvian ? "laiks" : "time"
        case .dateTime: isLatvian ? "datums un laiks" : "date and time"
        case .code: isLatvian ? "kods A1" : "code A1"
        case .address: isLatvian ? "adrese" : "address"
        case .words: isLatvian ? "vārdi" : "words"
        case .prose: isLatvian ? "garš teksts" : "long text"
        case .odd: isLatvian ? "zīmes" : "signs"
        }
    }
}
