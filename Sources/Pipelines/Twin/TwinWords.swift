/// Invents a word for each word: of the same length, with letters of the same kinds in the same places.
struct TwinWords {
    private let alphabet: TwinAlphabet
    /// Words that must not come out, because the file has them or they mean something.
    private let forbidden: Set<[UInt32]>
    private var invented: [[UInt32]: [Unicode.Scalar]] = [:]
    private var used: Set<[UInt32]> = []

    /// Words that say what the text behind them is.
    private static let signs: Set<String> = ["http", "https", "www"]
    private static let attempts = 200

    init(_ alphabet: TwinAlphabet, forbidden: Set<[UInt32]>) {
        self.alphabet = alphabet
        self.forbidden = forbidden
    }

    /// The number of different words replaced.
    var count: Int { invented.count }

    /// The small letters of a word.
    static func key(_ word: [Unicode.Scalar]) -> [UInt32] {
        word.map { TwinAlphabet.lower($0).value }
    }

    /// Returns the word that stands for another one wherever it is, in small letters or capitals.
    mutating func word(
        for word: [Unicode.Scalar], _ random: inout TwinRandom
    ) -> [Unicode.Scalar] {
        let small = word.map(TwinAlphabet.lower)
        let key = small.map(\.value)
        if Self.signs.contains(String(String.UnicodeScalarView(small))) { return word }
        let found =
            invented[key]
            ?? random.drawn(for: String(String.UnicodeScalarView(small))) {
                invent(small, key, &$0)
            }
        invented[key] = found
        return zip(word, zip(small, found)).map { original, pair in
            original == pair.0 ? pair.1 : TwinAlphabet.upper(pair.1)
        }
    }

    /// Returns another letter of the kind of one.
    func letter(for scalar: Unicode.Scalar, _ random: inout TwinRandom) -> Unicode.Scalar {
        let small = TwinAlphabet.lower(scalar)
        let found = alphabet.candidates(for: small).randomElement(using: &random) ?? small
        return small == scalar ? found : TwinAlphabet.upper(found)
    }

    private mutating func invent(
        _ small: [Unicode.Scalar], _ key: [UInt32], _ random: inout TwinRandom
    ) -> [Unicode.Scalar] {
        var last = small
        for attempt in 0..<Self.attempts {
            last = small.map { letter in
                alphabet.candidates(for: letter).randomElement(using: &random) ?? letter
            }
            let code = last.map(\.value)
            // One or two letters have few others; they give nobody away.
            let isLate = attempt > Self.attempts / 2 && small.count < 3
            if code != key, isLate || !(used.contains(code) || forbidden.contains(code)) {
                used.insert(code)
                return last
            }
        }
        return last
    }
}
