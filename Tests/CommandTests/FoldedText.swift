import Foundation

/// A text without capitals and without marks on its letters, to be searched for words that are hidden in any spelling.
struct FoldedText {
    private let bytes: Data
    /// The letters of the text alone.
    private let letters: Data

    init(_ text: [UInt8]) {
        var bytes: [UInt8] = []
        var letters: [UInt8] = []
        bytes.reserveCapacity(text.count)
        letters.reserveCapacity(text.count)
        var folded: [Unicode.Scalar: [UInt8]] = [:]
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                let lower = (65...90).contains(byte) ? byte | 0x20 : byte
                bytes.append(lower)
                if (97...122).contains(lower) { letters.append(lower) }
                continue
            }
            let plain = folded[scalar] ?? Self.folded(scalar)
            folded[scalar] = plain
            bytes += plain
            if scalar.properties.isAlphabetic { letters += plain }
        }
        (self.bytes, self.letters) = (Data(bytes), Data(letters))
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
        // What Foundation leaves of a mark that stands alone would part the letters about it.
        if scalar.properties.generalCategory == .nonspacingMark { return [] }
        return Array(
            String(scalar).folding(
                options: [.caseInsensitive, .diacriticInsensitive], locale: nil
            ).utf8)
    }

    /// Where a word of ASCII stands first.
    func place(of word: String) -> Int? { bytes.range(of: Data(word.utf8))?.lowerBound }

    /// Whether a word of ASCII stands there when all but letters is left out.
    func hasLetters(of word: String) -> Bool { letters.range(of: Data(word.utf8)) != nil }

    /// The line up to a place.
    func line(before place: Int) -> String {
        String(decoding: bytes[..<place].split(separator: 10).last ?? [], as: UTF8.self)
    }
}
