import Extraction
import Foundation

/// Which letters may stand for which: those of one kind, of one length in the file's encoding.
struct TwinAlphabet {
    /// A kind of letter.
    private struct Kind: Hashable {
        let script: UInt32
        let isVowel: Bool
        let length: Int
    }

    private var letters: [Kind: [Unicode.Scalar]] = [:]
    private let coder: ScalarCoder

    private static let latin = "abcdefghijklmnoprstuvz"
    private static let latvian = "āčēģīķļņšūž"
    private static let cyrillic = "абвгдежзийклмнопрстуфхцчшщыьэюя"
    private static let vowels = Set("aeiouаеиоуыэюяё".unicodeScalars)

    /// Creates the alphabet of a file in which some letters were met.
    init(_ coder: ScalarCoder, met: Set<Unicode.Scalar>) {
        self.coder = coder
        for scalar in (Self.latin + Self.latvian).unicodeScalars { add(scalar) }
        // Letters of other languages come from the file, so that its language stays.
        let others = met.filter { !$0.isASCII }.map(Self.lower).sorted { $0.value < $1.value }
        let hasCyrillic = others.contains { Self.script($0) == 4 }
        if hasCyrillic { for scalar in Self.cyrillic.unicodeScalars { add(scalar) } }
        for scalar in others where Self.base(scalar) != nil || Self.script(scalar) != 0 {
            if !Self.latvian.unicodeScalars.contains(scalar) { add(scalar) }
        }
    }

    private mutating func add(_ lower: Unicode.Scalar) {
        guard let kind = kind(of: lower), letters[kind]?.contains(lower) != true else { return }
        letters[kind, default: []].append(lower)
    }

    /// Fewer letters than these would often leave a letter as it is.
    private static let fewLetters = 8

    /// The letters that may stand for a small letter.
    func candidates(for lower: Unicode.Scalar) -> [Unicode.Scalar] {
        let found = kind(of: lower).flatMap { letters[$0] } ?? []
        let isLatin = Self.script(lower) < 2
        guard found.isEmpty || !isLatin && found.count < Self.fewLetters,
            lower.properties.generalCategory != .nonspacingMark
        else { return found.isEmpty ? [lower] : found }
        let all = Set(found).union(neighbours(of: lower)).subtracting([lower])
        return all.isEmpty ? [lower] : all.sorted { $0.value < $1.value }
    }

    /// The letters around one in its script, and where the encoding has none, any of its length.
    private func neighbours(of lower: Unicode.Scalar) -> [Unicode.Scalar] {
        guard let length = coder.encoded(lower)?.count else { return [] }
        let isCased = Self.upper(lower) != lower
        func standIns(_ values: ClosedRange<UInt32>, isAlike: Bool) -> [Unicode.Scalar] {
            values.compactMap(Unicode.Scalar.init).filter { other in
                let category = other.properties.generalCategory
                return other != lower && TwinTokens.isLetter(other) && Self.lower(other) == other
                    && (!isAlike
                        || category == lower.properties.generalCategory
                            && isCased == (Self.upper(other) != other))
                    && coder.encoded(other)?.count == length
                    && coder.encoded(Self.upper(other))?.count == length
            }
        }
        let start = lower.value & ~0x3F
        let near = standIns(start...(start + 0x3F), isAlike: true)
        return near.isEmpty ? standIns(0x61...0x24FF, isAlike: false) : near
    }

    /// The kind of a small letter, or `nil` when the encoding lacks its capital.
    private func kind(of lower: Unicode.Scalar) -> Kind? {
        guard let length = coder.encoded(lower)?.count,
            coder.encoded(Self.upper(lower))?.count == length
        else { return nil }
        let base = lower.isASCII ? lower : Self.base(lower) ?? lower
        return Kind(
            script: Self.script(lower), isVowel: Self.vowels.contains(base), length: length)
    }

    /// 0 for plain Latin letters and those with a mark, else the block of 256 characters.
    private static func script(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar.isASCII { return 1 }
        return scalar.value < 0x250 ? 0 : scalar.value >> 8
    }

    /// The plain letter of one with a mark.
    private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let plain = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
        return plain.count > 1 ? plain.first : nil
    }

    /// The small letter of a capital, where it is one character.
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }

    /// The capital of a small letter, where it is one character.
    static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.uppercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
}
