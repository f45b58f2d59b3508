/// What a message may show of a text that comes from a file: of a cell, a header, an element, the name
/// of a sheet or of a file.
///
/// Cells slip into the wrong column and rows of data are taken for headers, so no text is trusted for
/// the place where it stands. Of a word that nobody knows the first letter stands, of digits that could
/// be a personal code none.
public struct ShownText: Hashable, Sendable, CustomStringConvertible {
    /// What a message may show.
    public let text: String

    /// Whether digits are left out.
    public let hidesDigits: Bool

    /// The text.
    public var description: String { text }

    /// The most characters that are shown.
    static let longest = 60

    /// Decides what to show.
    ///
    /// - Parameters:
    ///   - original: The text as the file has it.
    ///   - words: The words that may be shown. What comes near to one may be a name: of `Vaivars` stands
    ///     no more where `vairs` is known than elsewhere.
    public init(_ original: some StringProtocol, knowing words: KnownWords) {
        var masked = MaskedPieces(original)
        masked.hideDigits()
        masked.hideWords(except: words)
        hidesDigits = masked.hidesDigits
        let whole = masked.text
        text = whole.count <= Self.longest ? whole : whole.prefix(Self.longest) + "…"
    }

    /// Decides what to show of a path of elements, each of which may be shown in its full length.
    public init(path: some StringProtocol, knowing words: KnownWords) {
        let masksCode = MaskedPieces(String(path).replacing("@", with: "/")).holdsCode
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).map { step in
            let isAttribute = step.first == "@"
            var masked = MaskedPieces(isAttribute ? step.dropFirst() : step[...])
            masked.hideDigits(always: masksCode)
            masked.hideWords(except: words)
            return (isAttribute ? "@" : "") + masked.text.prefix(Self.longest)
        }
        text = steps.joined(separator: "/")
        hidesDigits = masksCode
    }

    /// Decides what to show of a number that was read from a text.
    public init(number: Int, readFrom original: some StringProtocol) {
        hidesDigits = MaskedPieces(original).holdsCode || MaskedPieces("\(number)").holdsCode
        text = hidesDigits ? "…" : "\(number)"
    }

    /// Decides what to show of the path of a file: its folders, its first letters, its digits unless
    /// they could be a code, and its ending stay, so that whoever sent it knows it.
    ///
    /// - Parameters:
    ///   - name: The path, in which `%` and two digits stand for a byte that cannot be shown.
    ///   - words: The words that may be shown.
    public init(fileName name: some StringProtocol, knowing words: KnownWords) {
        var isHidden = false
        let masksCode = MaskedPieces(EscapedName(String(name).replacing("@", with: " ")).pieces)
            .holdsCode
        let steps = name.split(separator: "/", omittingEmptySubsequences: false).map { step in
            var masked = MaskedPieces(EscapedName(step).pieces)
            masked.hideDigits(always: masksCode)
            masked.hideWords(except: words)
            isHidden = isHidden || masked.hidesDigits
            guard !masked.isAddress else { return "…" + Self.ending(of: step, words) }
            let shown = masked.text
            guard shown.count > Self.longest else { return shown }
            return shown.prefix(Self.longest) + "…" + Self.ending(of: step, words)
        }
        text = steps.joined(separator: "/")
        hidesDigits = isHidden
    }

    /// The ending of a file's name, where it is an ordinary one.
    private static func ending(of step: some StringProtocol, _ words: KnownWords) -> String {
        guard let dot = step.lastIndex(of: ".") else { return "" }
        let ending = String(step[dot...].dropFirst())
        return words.contains(ending) ? "." + ending : ""
    }
}
