public import Diagnostics

/// In which encoding a file seems to be, and how sure that is.
///
/// A finding proposes; the definition of a source decides.
public struct EncodingFinding: Sendable, Hashable {
    /// The encoding to read the file in, or `nil` when no known one makes its bytes a text.
    public let encoding: TextEncoding?
    /// Whether a byte order mark stands at the start.
    public let hasByteOrderMark: Bool
    /// The likeliest encoding that would read another text, or `nil` when there is none.
    public let runnerUp: TextEncoding?
    /// The encodings that would read the very same text.
    public let sameText: [TextEncoding]
    /// How far the runner-up lies behind: 0 for a guess, 1 for certainty.
    public let margin: Double
    /// Why the encoding is proposed, or why none is.
    public let reason: EncodingReason
    /// The bytes that have no meaning in the encoding proposed; broken sequences in UTF-8.
    public let undefinedBytes: ByteOccurrences?
    /// The characters U+FFFD, which an earlier program wrote for what it could not read.
    public let lostCharacters: ByteOccurrences?

    init(
        _ encoding: TextEncoding?, because reason: EncodingReason, margin: Double,
        hasByteOrderMark: Bool = false, runnerUp: TextEncoding? = nil,
        sameText: [TextEncoding] = [], undefinedBytes: ByteOccurrences? = nil,
        lostCharacters: ByteOccurrences? = nil
    ) {
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.runnerUp = runnerUp
        self.sameText = sameText
        self.margin = margin
        self.reason = reason
        self.undefinedBytes = undefinedBytes
        self.lostCharacters = lostCharacters
    }
}

/// Why an encoding is proposed, or why none is.
public enum EncodingReason: Sendable, Hashable {
    /// The file has no byte.
    case empty
    /// A byte order mark stands at the start.
    case byteOrderMark
    /// The mark of UTF-16 stands before bytes that are no UTF-16.
    case contradictedMark
    /// Every byte is ASCII, which all encodings of this program but UTF-16 read alike.
    case plainASCII
    /// Every byte outside ASCII belongs to a character of UTF-8.
    case wellFormedUTF8
    /// Most bytes outside ASCII belong to characters of UTF-8, and some are broken.
    case damagedUTF8
    /// The bytes are UTF-8, but of a text that was UTF-8 already when a program took it for a code page.
    case encodedTwice
    /// Every second byte of most characters is zero.
    case zeroBytes
    /// The letters are those of a language.
    case letters(MessageText)
    /// The file is UTF-32, which this program does not read.
    case utf32
    /// The file has zero bytes and control characters, as programs and pictures have.
    case binary
    /// In no known encoding do the bytes become likely words of a known language.
    case noWords

    /// The reason in words.
    public var words: MessageText {
        switch self {
        case .empty: MessageText(lv: "failā nav neviena baita", en: "the file has no byte")
        case .byteOrderMark:
            MessageText(
                lv: "fails sākas ar baitu secības zīmi",
                en: "the file begins with a byte order mark")
        case .contradictedMark:
            MessageText(
                lv: "fails sākas ar UTF-16 baitu secības zīmi, bet pārējie baiti ir UTF-8 teksts",
                en:
                    "the file begins with the byte order mark of UTF-16, but the other bytes are text in "
                    + "UTF-8")
        case .plainASCII:
            MessageText(
                lv: "visi baiti ir ASCII, ko visi kodējumi lasa vienādi",
                en: "all bytes are ASCII, which every encoding reads alike")
        case .wellFormedUTF8:
            MessageText(
                lv: "visi baiti ārpus ASCII veido UTF-8 rakstzīmes",
                en: "all bytes outside ASCII make characters of UTF-8")
        case .damagedUTF8:
            MessageText(
                lv: "gandrīz visi baiti ārpus ASCII veido UTF-8 rakstzīmes",
                en: "nearly all bytes outside ASCII make characters of UTF-8")
        case .encodedTwice:
            MessageText(
                lv: "teksts jau bija UTF-8, kad to izlasīja citā kodējumā un saglabāja vēlreiz",
                en: "the text was UTF-8 already when it was read in a code page and saved again")
        case .zeroBytes:
            MessageText(
                lv: "katrs otrais baits ir nulle, kā UTF-16 tekstā",
                en: "every second byte is zero, as in text in UTF-16")
        case .letters(let language):
            MessageText(
                lv: "burti veido vārdus, kādi ir \(language.lv) valodā",
                en: "the letters make words as \(language.en) has")
        case .utf32:
            MessageText(
                lv: "tas ir UTF-32, ko šī programma nelasa",
                en: "it is UTF-32, which this program does not read")
        case .binary:
            MessageText(
                lv: "failā ir nulles baiti un vadības rakstzīmes; tas nav teksts",
                en: "the file has zero bytes and control characters; it is no text")
        case .noWords:
            MessageText(
                lv: "nevienā zināmā kodējumā baiti neveido vārdus",
                en: "the bytes make words in no known encoding")
        }
    }
}
