import Yams

/// Hides the first of two equal keys from Yams, which otherwise refuses the whole file without
/// saying where the second one stands.
///
/// A hidden key is overwritten, scalar for scalar, with characters of the private use area, so that
/// every other node keeps its place.
struct KeyMask {
    /// The text with the keys hidden.
    private(set) var text: String
    /// The keys as written, by what hides them.
    private(set) var originals: [String: String] = [:]

    /// Each hidden key costs a pass over the text; a file with more of them is beyond repair.
    private static let largestNumber = 200

    /// Creates a mask that hides nothing.
    init(text: String) {
        self.text = text
    }

    /// Hides a key, and returns whether that was possible.
    mutating func hide(key: String, at mark: Mark) -> Bool {
        guard originals.count < Self.largestNumber,
            let hidden = Unicode.Scalar(0xE000 + UInt32(originals.count))
        else { return false }
        var scalars = Array(text.unicodeScalars)
        guard let start = offset(of: mark, in: scalars) else { return false }
        let range = keyRange(key, from: start, in: scalars)
        guard let range, !range.isEmpty else { return false }
        scalars.replaceSubrange(range, with: repeatElement(hidden, count: range.count))
        text = String(String.UnicodeScalarView(scalars))
        originals[String(String.UnicodeScalarView(repeatElement(hidden, count: range.count)))] = key
        return true
    }

    private func offset(of mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
        var line = 1
        var index = 0
        while line < mark.line, index < scalars.count {
            let isReturnBeforeFeed =
                scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalars[index]),
                !isReturnBeforeFeed
            {
                line += 1
            }
            index += 1
        }
        let offset = index + mark.column - 1
        return line == mark.line && offset < scalars.count ? offset : nil
    }

    /// The scalars of the key itself, without quotes.
    private func keyRange(
        _ key: String, from start: Int, in scalars: [Unicode.Scalar]
    ) -> Range<Int>? {
        let quote = scalars[start]
        guard quote == "\"" || quote == "'" else {
            let end = start + key.unicodeScalars.count
            guard end <= scalars.count, scalars[start..<end].elementsEqual(key.unicodeScalars)
            else { return nil }
            return start..<end
        }
        var index = start + 1
        while index < scalars.count {
            if quote == "\"", scalars[index] == "\\" {
                index += 1
            } else if scalars[index] == quote {
                let isDoubled =
                    quote == "'" && scalars.indices.contains(index + 1)
                    && scalars[index + 1] == quote
                guard isDoubled else { return start + 1..<index }
                index += 1
            }
            index += 1
        }
        return nil
    }
}
