/// What a byte means in a code page, as far as the models of languages tell it apart.
struct EncodingCharacter: Sendable {
    /// The kinds of character.
    enum Kind: Sendable {
        case letter
        case digit
        case blank
        /// ASCII that is neither letter, digit nor blank; borders of cells and lines are such.
        case mark
        case symbol(EncodingSymbol)
        /// A character that texts do not have, such as the lines and blocks of DOS.
        case alien
        case undefined
    }

    /// The scripts that models tell apart.
    enum Script: Sendable {
        case latin, cyrillic, greek, hebrew, arabic, other
    }

    let kind: Kind
    /// The letter in lower case.
    let folded: Unicode.Scalar
    let isCapital: Bool
    let script: Script

    /// The characters of the bytes of every code page.
    static let pages: [TextEncoding: [EncodingCharacter]] = {
        var pages: [TextEncoding: [EncodingCharacter]] = [:]
        for (encoding, page) in CodePage.all {
            pages[encoding] = page.scalars.map { EncodingCharacter($0, in: encoding) }
        }
        return pages
    }()

    init(_ scalar: Unicode.Scalar?, in encoding: TextEncoding) {
        guard let scalar else {
            self.init(kind: .undefined, folded: "\0", script: .other)
            return
        }
        let script = Script(of: scalar)
        // The Macintosh has some Greek letters and ligatures among its symbols.
        let isMathematical = encoding == .macRoman && script != .latin
        if Self.isLetter(scalar), !isMathematical {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            self.init(
                kind: .letter, folded: lower, script: script, isCapital: lower != scalar)
        } else if let symbol = EncodingSymbol.all[scalar] {
            self.init(kind: .symbol(symbol), folded: scalar, script: .other)
        } else if scalar.isASCII {
            let isDigit = (0x30...0x39).contains(scalar.value)
            self.init(
                kind: isDigit ? .digit : scalar == " " ? .blank : .mark, folded: scalar,
                script: .other)
        } else {
            self.init(kind: .alien, folded: scalar, script: .other)
        }
    }

    private init(kind: Kind, folded: Unicode.Scalar, script: Script, isCapital: Bool = false) {
        self.kind = kind
        self.folded = folded
        self.script = script
        self.isCapital = isCapital
    }

    private static let notOfWords = Set("ªºµƒﬁﬂ".unicodeScalars)

    /// Whether a character is a letter of words; the ordinals, the micro and the florin sign are not.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter: !notOfWords.contains(scalar)
        default: false
        }
    }
}

extension EncodingCharacter.Script {
    init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x590...0x5FF: self = .hebrew
        case 0x600...0x6FF: self = .arabic
        default: self = .other
        }
    }
}
