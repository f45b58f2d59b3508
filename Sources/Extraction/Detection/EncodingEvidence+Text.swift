extension EncodingEvidence {
    /// How often each character of ASCII stands in the pages sampled.
    var sampledCharacters: [Int] {
        var counts = [Int](repeating: 0, count: 128)
        for (index, count) in sampledPairs.enumerated() { counts[index & 0x7F] += Int(count) }
        return counts
    }

    /// Whether a program read UTF-8 as a code page and saved as UTF-8 what it saw: `JÄnis`, `BÄ“rzs`.
    ///
    /// The first bytes of letters have become Â, Ã, Ä and Å, and behind each stands a sign instead of
    /// a letter.
    var looksEncodedTwice: Bool {
        var letters = 0
        var signsBehind = 0
        for byte in 0x82...0x85 {
            letters += Int(pairsBefore[(byte & 0x7F) << 8 | 0xC3])
            for sign in [0xC2, 0xE2] { signsBehind += Int(pairsBefore[(sign & 0x7F) << 8 | byte]) }
        }
        return letters >= 3 && signsBehind * 5 >= letters * 4
            && letters * 10 >= utf8.characterCount * 3
    }
}
