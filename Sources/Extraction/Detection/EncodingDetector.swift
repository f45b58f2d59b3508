import Diagnostics

/// Tells the encoding of a file from all of its bytes, in one pass and in memory that does not grow.
///
/// What decides, in this order: a byte order mark; zero bytes in every second place (UTF-16); bytes
/// outside ASCII that are well-formed UTF-8; and else the code page in which the bytes, together with
/// their neighbours, are likeliest to be the letters of a language.
public struct EncodingDetector: Sendable {
    private var evidence = EncodingEvidence()

    /// Learns what code pages are told by, which else the first file does that needs it.
    public static func prepare() { _ = EncodingLanguage.all }

    /// Creates a detector that has seen nothing.
    public init() {}

    /// Takes the next bytes of the file.
    public mutating func observe(_ bytes: UnsafeBufferPointer<UInt8>) {
        evidence.observe(bytes)
    }

    /// Says what the bytes seem to be in, once all have been taken.
    public consuming func finish() -> EncodingFinding {
        evidence.finish()
        return Self.finding(from: evidence)
    }

    /// Returns what the evidence of a whole file tells.
    static func finding(from evidence: EncodingEvidence) -> EncodingFinding {
        guard evidence.count > 0 else {
            return EncodingFinding(nil, because: .empty, margin: 0)
        }
        if let finding = wide(evidence) { return finding }
        if evidence.byteOrderMark == .utf8 {
            return utf8(
                evidence, because: .byteOrderMark, margin: evidence.utf8.faults == nil ? 1 : 0.9)
        }
        let isBinary = looksBinary(evidence)
        if evidence.bytes.isEmpty {
            return isBinary
                ? EncodingFinding(nil, because: .binary, margin: 0)
                : EncodingFinding(
                    .utf8, because: .plainASCII, margin: 1,
                    sameText: TextEncoding.allCases.filter(\.isSingleByte))
        }
        if isBinary { return EncodingFinding(nil, because: .binary, margin: 0) }
        return narrow(evidence)
    }

    // MARK: - UTF-16 and UTF-32

    private static func wide(_ evidence: EncodingEvidence) -> EncodingFinding? {
        let (even, odd) = (evidence.utf16.zerosAtEven, evidence.utf16.zerosAtOdd)
        if evidence.count % 4 == 0, (even + odd) * 20 < evidence.count * 17,
            (even + odd) * 5 >= evidence.count * 3 || evidence.beginsLikeUTF32,
            even > 0, odd > 0
        {
            return EncodingFinding(nil, because: .utf32, margin: 0)
        }
        // Lines of UTF-16 end with a zero byte and a line feed, in whatever script.
        if let mark = evidence.byteOrderMark, mark != .utf8, even + odd == 0,
            (evidence.utf8.faults?.count ?? 0) <= mark.length, evidence.sampledCharacters[10] > 0
        {
            return EncodingFinding(
                nil, because: .contradictedMark, margin: 0, hasByteOrderMark: true)
        }
        switch evidence.byteOrderMark {
        case .utf16LittleEndian: return utf16(evidence, because: .byteOrderMark, margin: 1)
        case .utf16BigEndian:
            return utf16(evidence, isBigEndian: true, because: .byteOrderMark, margin: 1)
        case .utf8: return nil
        case nil: break
        }
        let (most, least) = (max(even, odd), min(even, odd))
        // Text without Latin letters has delimiters and line ends all the same. Some zeros stand in
        // the other place: half of the letter Ā, which is U+0100.
        guard most * 40 >= evidence.count, least * 4 <= most else { return nil }
        let share = Double(least) / Double(most)
        let margin = (1 - share * share) * (1 - 1 / Double(most + 1))
        return utf16(evidence, isBigEndian: even > odd, because: .zeroBytes, margin: margin)
    }

    private static func utf16(
        _ evidence: EncodingEvidence, isBigEndian: Bool = false, because reason: EncodingReason,
        margin: Double
    ) -> EncodingFinding {
        let order = isBigEndian ? evidence.utf16.bigEndian : evidence.utf16.littleEndian
        var undefined = order.loneSurrogates
        if evidence.count % 2 == 1 {
            undefined = ByteOccurrences.adding(evidence.count - 1, to: undefined)
        }
        return EncodingFinding(
            isBigEndian ? .utf16BigEndian : .utf16LittleEndian, because: reason, margin: margin,
            hasByteOrderMark: evidence.byteOrderMark != nil,
            runnerUp: evidence.byteOrderMark == nil
                ? (isBigEndian ? .utf16LittleEndian : .utf16BigEndian) : nil,
            undefinedBytes: undefined, lostCharacters: order.lostCharacters)
    }

    // MARK: - UTF-8 and code pages

    private static func utf8(
        _ evidence: EncodingEvidence, because reason: EncodingReason, margin: Double,
        runnerUp: TextEncoding? = nil
    ) -> EncodingFinding {
        EncodingFinding(
            .utf8, because: reason, margin: margin,
            hasByteOrderMark: evidence.byteOrderMark == .utf8, runnerUp: runnerUp,
            undefinedBytes: evidence.utf8.faults, lostCharacters: evidence.utf8.lostCharacters)
    }

    private static func narrow(_ evidence: EncodingEvidence) -> EncodingFinding {
        let characters = evidence.utf8.characterCount
        let faults = evidence.utf8.faults?.count ?? 0
        if faults == 0, evidence.looksEncodedTwice {
            return utf8(evidence, because: .encodedTwice, margin: 1)
        }
        // A code page rarely puts two of its letters so that they are one character of UTF-8, and
        // hardly ever four times; a few such characters are looked at as letters, too.
        if faults == 0, characters > 3 || hasOnlyLikelyCharacters(evidence) {
            return utf8(
                evidence, because: .wellFormedUTF8,
                margin: 1 - EncodingRanking.chance(ofNats: 3 * Double(characters)),
                runnerUp: characters > 3 ? nil : EncodingRanking(evidence).best?.encoding)
        }
        if faults > 0, characters > 3 * faults, characters > 3 {
            return utf8(
                evidence, because: .damagedUTF8,
                margin: Double(characters - faults) / Double(characters + faults))
        }
        let ranking = EncodingRanking(evidence)
        let fit = ranking.best?.fit ?? -.infinity
        if faults == 0, fit < EncodingRanking.usualFit {
            return utf8(
                evidence, because: .wellFormedUTF8, margin: 0.5, runnerUp: ranking.best?.encoding)
        }
        return ranking.finding(from: evidence)
    }

    /// Whether all characters begin with bytes that Latin letters and usual symbols have in UTF-8.
    private static func hasOnlyLikelyCharacters(_ evidence: EncodingEvidence) -> Bool {
        var likely = 0
        for byte: UInt8 in [0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xE2] {
            likely += evidence.bytes[byte]?.count ?? 0
        }
        return likely >= evidence.utf8.characterCount
    }

    /// Whether zero bytes or control characters are too many for a text.
    private static func looksBinary(_ evidence: EncodingEvidence) -> Bool {
        let zeros = evidence.utf16.zerosAtEven + evidence.utf16.zerosAtOdd
        let sampled = evidence.sampledCharacters
        let controls = (1..<32).reduce(0) { sum, value in
            // Tab, line feed, line tabulation, form feed, carriage return and the end of a DOS file.
            [9, 10, 11, 12, 13, 26].contains(value) ? sum : sum + sampled[value]
        }
        let all = sampled.reduce(0, +)
        return zeros * 50 > evidence.count || controls * 50 > all + 50
    }
}
