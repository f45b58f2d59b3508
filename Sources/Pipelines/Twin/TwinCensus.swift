import Extraction
import PupilSupport

/// What a first walk over a file finds: its words and numbers, and which values come again and again.
struct TwinCensus<Key: Hashable & Sendable> {
    /// The letters outside ASCII.
    private(set) var letters: Set<Unicode.Scalar> = []
    /// All words, in small letters.
    private(set) var words: Set<[UInt32]> = []
    /// All numbers with seven digits or more, and all personal codes.
    private(set) var numbers: Set<String> = []
    /// The days, those of personal codes among them.
    private(set) var days: [TwinDays.Month: Set<Int>] = [:]

    private let coder: ScalarCoder
    private let known: KnownTerms
    private var nameWords: Set<String> = []
    private var values: [Key: [[UInt8]: Int]] = [:]
    /// How many cells of a key hold what says of nobody who they are.
    private var plain: [Key: Int] = [:]
    private var codes: [Bool: Set<String>] = [:]

    init(_ coder: ScalarCoder, known: KnownTerms) {
        self.coder = coder
        self.known = known
    }

    // MARK: - Counting

    /// Notes a stretch of text, and for a value of a column or attribute where it stands.
    ///
    /// - Parameter isPlain: Whether the value says of nobody who they are, and so stays.
    mutating func note(
        _ range: Range<Int>, of text: [UInt8], at key: Key? = nil, isPlain: Bool = false
    ) {
        if isPlain, let key {
            plain[key, default: 0] += 1
            return
        }
        let tokens = TwinTokens(range, of: text, coder)
        for token in tokens.tokens {
            noteDay(of: token, tokens)
            guard token.kind == .word else {
                let digits = tokens.digitText(of: token.range)
                if digits.count >= 7 { numbers.insert(digits) }
                // A code may have lost its leading zero in some places only.
                if token.kind == .personalCode(isShort: true) { numbers.insert("0\(digits)") }
                continue
            }
            let word = tokens.scalars(of: token)
            for scalar in word where !scalar.isASCII { letters.insert(scalar) }
            if word.count > 2 { words.insert(TwinWords.key(word)) }
        }
        guard let key else { return }
        let value = Self.trimmed(range, of: text)
        guard !value.isEmpty else { return }
        if values[key]?[value] == nil { noteName(tokens) }
        values[key, default: [:]][value, default: 0] += 1
    }

    private mutating func noteDay(of token: TwinTokens.Token, _ tokens: TwinTokens) {
        switch token.kind {
        case .date(let day, let month, let year):
            let year = TwinNumbers.fullYear(tokens.number(year), digits: year.count)
            days[.init(year: year, month: tokens.number(month)), default: []]
                .insert(tokens.number(day))
        case .personalCode(let isShort):
            let digits = (isShort ? "0" : "") + tokens.digitText(of: token.range)
            let values = digits.utf8.map { Int($0) - 0x30 }
            guard values.count == 11 else { return }
            let (day, month, year) = TwinNumbers.day(ofCode: values)
            days[.init(year: year, month: month), default: []].insert(day)
            if let code = PersonalCode(digits), !code.isNewKind {
                codes[code.hasValidCheckDigit, default: []].insert(digits)
            }
        default: break
        }
    }

    /// The personal codes whose check digit is not as that of most others: those are the mistyped ones.
    var oddCodes: Set<String> {
        let (right, wrong) = (codes[true] ?? [], codes[false] ?? [])
        return 4 * right.count < wrong.count
            ? right : 4 * wrong.count < right.count ? wrong : []
    }

    /// Notes the words of a value that looks like a name: all of them begin with capitals, and there is
    /// no number among them.
    private mutating func noteName(_ tokens: TwinTokens) {
        let words = tokens.tokens.map { tokens.scalars(of: $0) }
        guard (1...5).contains(words.count), tokens.tokens.allSatisfy({ $0.kind == .word }),
            words.allSatisfy({ Self.isCapital($0.first) }),
            !words.allSatisfy({ $0.count <= 3 && $0.allSatisfy(Self.isCapital) })
        else { return }
        let texts = words.map(Self.text)
        guard !known.knows(texts.joined(separator: " ")) else { return }
        nameWords.formUnion(texts.filter { $0.count > 2 && !known.words.contains($0) })
    }

    /// Whether a word in small letters stands in a value that looks like somebody's name.
    func isSomebody(_ word: String) -> Bool { nameWords.contains(word) }

    static func trimmed(_ range: Range<Int>, of text: [UInt8]) -> [UInt8] {
        var value = text[range]
        while let last = value.last, last <= 0x20 { value.removeLast() }
        while let first = value.first, first <= 0x20 { value.removeFirst() }
        return Array(value)
    }

    private static func isCapital(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { TwinAlphabet.lower($0) != $0 } ?? false
    }

    private static func text(_ word: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(word)).lowercased()
    }

    // MARK: - What stays

    /// The share of a column's cells that a value must have to be one of a few.
    private static var leastShare: Double { 0.05 }
    /// How often a value must stand in any case.
    private static var leastCount: Int { 3 }

    /// Returns the values of each column or attribute that stay: those of a vocabulary that are nobody's
    /// name or number.
    ///
    /// - Parameter numbersSomebody: Whether a column or attribute holds numbers of people or plans.
    func keptValues(except numbersSomebody: (Key) -> Bool) -> [Key: Set<[UInt8]>] {
        var all: [Key: Set<[UInt8]>] = [:]
        for (key, counts) in values {
            let kept = kept(
                counts, plain: plain[key] ?? 0, isNumber: numbersSomebody(key))
            if !kept.isEmpty { all[key] = kept }
        }
        return all
    }

    private func kept(
        _ counts: [[UInt8]: Int], plain: Int, isNumber: Bool
    ) -> Set<[UInt8]> {
        let others = counts.values.reduce(0, +)
        let filled = others + plain
        let least = max(Self.leastCount, Int((Self.leastShare * Double(filled)).rounded(.up)))
        let frequent = counts.filter { $0.value >= least }
        var kept: Set<[UInt8]> = []
        // A column of which most cells are one of a few is a vocabulary; a name that some share is none.
        if !isNumber, 2 * frequent.values.reduce(0, +) >= filled {
            kept = Set(frequent.keys.filter(isHarmless))
        }
        let terms = counts.filter { known.knows(text($0.key)) }
        if 2 * terms.values.reduce(0, +) >= others { kept.formUnion(terms.keys) }
        return kept
    }

    /// The text of bytes.
    func text(_ value: [UInt8]) -> String {
        let tokens = TwinTokens(value.indices, of: value, coder)
        return String(String.UnicodeScalarView(tokens.scalars.compactMap { $0 }))
    }

    /// Whether a value that comes again and again tells of nobody: no name, no number of more than two
    /// digits but years, and not long.
    private func isHarmless(_ value: [UInt8]) -> Bool {
        let tokens = TwinTokens(value.indices, of: value, coder)
        guard tokens.scalars.count <= 60, !value.contains(0x40) else { return false }
        if known.knows(text(value)) { return true }
        let words = tokens.tokens.filter { $0.kind == .word }
        guard words.count <= 8, holdsOrdinaryWords(tokens), !holdsCode(tokens) else { return false }
        return tokens.tokens.allSatisfy { token in
            switch token.kind {
            case .word, .year: true
            case .number: token.range.count <= 2
            case .time, .date, .personalCode: false
            }
        }
    }

    /// Whether all words are known; how often others come again says nothing of whose they are.
    private func holdsOrdinaryWords(_ tokens: TwinTokens) -> Bool {
        let words = tokens.tokens.filter { $0.kind == .word }
        // A name may be spelt out, letter by letter.
        guard words.count(where: { $0.range.count == 1 }) < 3 else { return false }
        return words.allSatisfy { known.isOrdinary(Self.text(tokens.scalars(of: $0))) }
    }

    /// Whether the digits are as many as a personal code may have, whatever stands between them.
    private func holdsCode(_ tokens: TwinTokens) -> Bool { tokens.digits.count { $0 >= 0 } >= 9 }

    // MARK: - Headers

    /// Whether cells name columns, and not somebody.
    func isHeader(_ cells: [Range<Int>], of text: [UInt8]) -> Bool {
        let filled = cells.filter { !Self.trimmed($0, of: text).isEmpty }
        let naming = filled.count { isHeaderName($0, of: text) }
        return naming >= 3 || (naming > 0 && 2 * naming >= filled.count)
    }

    /// Whether a cell has a word that names columns, and no number.
    func isHeaderName(_ cell: Range<Int>, of text: [UInt8]) -> Bool {
        let tokens = TwinTokens(cell, of: text, coder)
        return tokens.tokens.allSatisfy { $0.kind == .word } && holdsOrdinaryWords(tokens)
            && tokens.tokens.contains {
                known.headerWords.contains(Self.text(tokens.scalars(of: $0)))
            }
    }

    /// Whether a cell of a header tells of somebody all the same: a word that nobody
    /// knows, a day, a long number.
    func isPersonal(_ cell: Range<Int>, of text: [UInt8]) -> Bool {
        let tokens = TwinTokens(cell, of: text, coder)
        return text[cell].contains(0x40) || holdsCode(tokens) || !holdsOrdinaryWords(tokens)
            || tokens.tokens.contains { token in
                switch token.kind {
                case .number: token.range.count > 4
                case .personalCode, .date: true
                case .word, .time, .year: false
                }
            }
    }

    /// Whether a cell says that a row is a control sum, or is one of the words that all exports have.
    func isKnown(_ cell: Range<Int>, of text: [UInt8]) -> Bool {
        var value = KnownTerms.folded(self.text(Self.trimmed(cell, of: text)))
        while value.last == ":" || value.last == "." { value.removeLast() }
        return KnownTerms.sums.contains(value) || value == "sep="
    }
}
