import PupilSupport

/// Reads a class label as schools write it: `5.a`, `5a`, `5.A`, `5. a`, `5.A klase`, `5. klase`.
enum ClassLabelParser {
    static func read(_ text: some StringProtocol) -> SchoolClass? {
        var rest = FoldedText(text).text
        for ending in ["klase", "kl"] where rest.hasSuffix(ending) {
            rest.removeLast(ending.count)
            break
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let level = Int(digits) else { return nil }
        let letters = rest.dropFirst(digits.count).filter {
            !$0.isWhitespace && $0 != "." && $0 != "-"
        }
        guard letters.count <= 1 else { return nil }
        return SchoolClass(level: level, parallel: letters.first)
    }
}
