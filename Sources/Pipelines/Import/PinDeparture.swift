import Diagnostics
import Extraction
import Normalization

/// How a file departs from what its definition pins, and how sure that is.
struct PinDeparture {
    /// What the definition pins, as it says it: `encoding: utf-8, delimiter: ";"`.
    let pinned: String
    /// What the file seems to be, in the same words.
    let found: String
    /// How far the next best reading lies behind: 0 for a guess, 1 for certainty.
    let margin: Double
    /// Whether the file may be read as found where its definition adapts.
    let isSure: Bool

    /// The margin below which another encoding is not read, for it might garble names without a sign.
    private static let leastEncodingMargin = 0.9

    /// Compares a definition with the reading that a file seems to need.
    init(
        from pinned: FileDefinition, to found: FileDefinition, encoding: EncodingFinding,
        dialect: DialectFinding?
    ) {
        let before = Self.keys(of: pinned)
        let after = Self.keys(of: found)
        let differing = before.indices.filter { before[$0] != after[$0] }
        self.pinned = differing.map { before[$0] }.joined(separator: ", ")
        self.found = differing.map { after[$0] }.joined(separator: ", ")
        let isEncodingOther = pinned.encoding != found.encoding
        margin = min(isEncodingOther ? encoding.margin : 1, dialect?.margin ?? 1)
        isSure =
            (!isEncodingOther || encoding.margin >= Self.leastEncodingMargin)
            && dialect?.isGuess != true
    }

    /// The values for the texts of rules.
    var details: [String: String] {
        ["pinned": pinned, "found": found, "margin": margin.percent]
    }

    /// The values for the texts of a refusal although the definition adapts.
    var detailsOfDoubt: [String: String] {
        details.merging(
            [
                "margin.lv": "\(margin.percent), par maz, lai tā lasītu",
                "margin.en": "\(margin.percent), too thin to read it so",
            ], uniquingKeysWith: { $1 })
    }

    /// What a definition pins, key by key.
    private static func keys(of file: FileDefinition) -> [String] {
        var keys = ["encoding: \(file.encoding.rawValue)"]
        guard case .delimited(let options) = file.format else { return keys }
        keys.append("delimiter: \(sign(options.delimiter))")
        keys.append("quote: \(options.quote.map(sign) ?? "none")")
        keys.append("escape: \(options.escape.rawValue)")
        keys.append("header_rows: \(options.headerRows)")
        keys.append("lines_before_header: \(options.linesBeforeHeader)")
        return keys
    }

    private static func sign(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "\""): "'\"'"
        case 0x20...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
        default: "0x\(String(byte, radix: 16))"
        }
    }
}

extension Recognizer.Match {
    /// The warning that a file is read as it is and not as its definition pins it.
    func adaptation(of fileName: String) -> Diagnostic? {
        departure.map { departure in
            Diagnostic(
                FileRules.adapted, at: InputPosition(file: fileName), details: departure.details)
        }
    }
}

extension Double {
    /// A share from 0 to 1 in per cent; only certainty is 100.
    fileprivate var percent: String { "\(self >= 1 ? 100 : Int(self * 100)) %" }
}

extension EncodingFinding {
    /// Refuses a file that is in another encoding than its definition pins, with both readings.
    func refusal(
        pinned: TextEncoding, contradiction: EncodingContradiction?, isInDoubt: Bool
    ) -> FileRefusal {
        let reason = contradiction?.words ?? Self.unknownHeader
        var reading = self.reason.words
        if let encoding, encoding != pinned {
            let name = encoding.rawValue.uppercased()
            let doubt = MessageText(
                lv: isInDoubt ? ", par maz, lai tā lasītu" : "",
                en: isInDoubt ? ", too thin to read it so" : "")
            reading = MessageText(
                lv: "šķiet, ka tas ir \(name) (pārsvars \(margin.percent)\(doubt.lv)): "
                    + reading.lv,
                en: "it seems to be \(name) (margin \(margin.percent)\(doubt.en)): \(reading.en)")
        }
        return FileRefusal(
            ExtractionRules.wrongEncoding, byte: contradiction?.byte,
            details: [
                "expected": pinned.rawValue.uppercased(),
                "found.lv": "\(reason.lv); \(reading.lv)",
                "found.en": "\(reason.en); \(reading.en)",
            ])
    }

    private static let unknownHeader = MessageText(
        lv: "tajā lasīts, virsraksts nav pazīstams", en: "read in it, the header is unknown")
}

extension EncodingContradiction {
    fileprivate var byte: Int? {
        if case .byteOutsideUTF8(let offset) = self { offset } else { nil }
    }

    fileprivate var words: MessageText {
        switch self {
        case .byteOutsideUTF8(let offset):
            MessageText(lv: "\(offset). baits tajā neder", en: "byte \(offset) does not fit")
        case .otherByteOrderMark(let mark):
            MessageText(
                lv: "tas sākas ar \(mark.encoding.rawValue.uppercased()) zīmi",
                en: "it begins with the mark of \(mark.encoding.rawValue.uppercased())")
        case .oddLength:
            MessageText(lv: "baitu skaits ir nepāra", en: "the number of bytes is odd")
        case .notUTF16:
            MessageText(lv: "tajā nav nulles baitu", en: "it has no zero bytes")
        case .isUTF8, .looksLike:
            MessageText(
                lv: "tajā lasīti, burti būtu sagrozīti", en: "read in it, letters would be garbled")
        case .encodedTwice: EncodingReason.encodedTwice.words
        }
    }
}
