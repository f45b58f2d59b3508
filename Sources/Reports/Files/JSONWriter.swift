import Rollup

/// Writes JSON as bytes; a national summary has tens of megabytes.
struct JSONWriter {
    var bytes: [UInt8] = []
    /// A line end and the blanks with which lines of the level begin.
    private var lineStart = Array("\n".utf8)
    private let handOn: (([UInt8]) throws -> Void)?
    private var failure: (any Error)?

    /// - Parameter handOn: Receives the bytes so far whenever they are many, or `nil` to hold them all.
    init(handingOnTo handOn: (([UInt8]) throws -> Void)? = nil) { self.handOn = handOn }

    /// Hands on the rest.
    ///
    /// - Throws: What kept a list from being handed out, or bytes from being handed on.
    mutating func finish() throws {
        if let failure { throw failure }
        try handOn?(bytes)
        bytes.removeAll()
    }

    mutating func write(_ value: JSONText) {
        switch value {
        case .words(let words): write(words)
        case .integer(let integer): append(String(integer))
        case .value(let value): append(value.description)
        case .truth(let truth): append(truth ? "true" : "false")
        case .nothing: append("null")
        case .list(let items):
            writeItems(items.count, "[", "]") { place, writer in writer.write(items[place]) }
        case .made(let count, let make):
            writeItems(count, "[", "]") { place, writer in writer.write(make(place)) }
        case .handedOut(let items):
            do { try writeItems(items) } catch { failure = failure ?? error }
        case .object(let members):
            writeItems(members.count, "{", "}") { place, writer in
                writer.write(members[place].key)
                writer.append(": ")
                writer.write(members[place].value)
            }
        }
    }

    /// Hands on the bytes so far where they are many.
    private mutating func handOnMany() {
        guard let handOn, bytes.count > DelimitedText.mostHeld else { return }
        do { if failure == nil { try handOn(bytes) } } catch { failure = error }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeItems(
        _ count: Int, _ open: String, _ close: String, _ body: (Int, inout JSONWriter) -> Void
    ) {
        append(open)
        lineStart += [UInt8(ascii: " "), UInt8(ascii: " ")]
        for place in 0..<count {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += lineStart
            body(place, &self)
            handOnMany()
        }
        lineStart.removeLast(2)
        if count > 0 { bytes += lineStart }
        append(close)
    }

    private mutating func writeItems(
        _ items: (_ body: (JSONText) throws -> Void) throws -> Void
    ) throws {
        append("[")
        lineStart += [UInt8(ascii: " "), UInt8(ascii: " ")]
        var isFirst = true
        try items { item in
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes += lineStart
            write(item)
            handOnMany()
            if let failure { throw failure }
        }
        lineStart.removeLast(2)
        if !isFirst { bytes += lineStart }
        append("]")
    }

    private mutating func write(_ words: String) {
        bytes.append(UInt8(ascii: "\""))
        // Most words hold nothing that JSON writes otherwise, and are taken whole.
        var own = words
        let isPlain = own.withUTF8 { letters in
            for letter in letters where Self.mayNeedEscape(letter) { return false }
            bytes.append(contentsOf: letters)
            return true
        }
        if !isPlain {
            for scalar in words.unicodeScalars { write(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        // E2 begins the line and paragraph separators.
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        default: append(String(scalar))
        }
    }
}
