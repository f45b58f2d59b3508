import Diagnostics
import Extraction
import PupilSupport

/// The names of an XML file's elements and attributes as an inspection may show them.
///
/// A definition needs them whole, so those that come again and again stand as they are. One that stands
/// once or twice may be a word of a remark whose `<` nobody escaped; of it the first letter stands.
struct ShownElements {
    private let counts: [String: Int]

    /// How often a name must stand to be one of the format.
    private static let leastCount = 3

    private let words: KnownWords

    /// Counts the names of a file.
    ///
    /// - Parameters:
    ///   - outline: The elements of the file.
    ///   - words: The words of the file that may be shown, beside those of formats.
    init(_ outline: XMLOutline, knowing words: KnownWords) {
        self.words = words.union(.ofFormats)
        var counts: [String: Int] = [:]
        for element in outline.elements {
            counts[element.name.local, default: 0] += element.count
            for (name, values) in element.attributes {
                counts[name.local, default: 0] += values.filled
            }
        }
        self.counts = counts
    }

    /// A local name as it may be shown.
    func text(of name: String) -> String {
        let isName = GivenNames.all.contains(name.lowercased())
        let isOfFormat =
            (counts[name, default: 0] >= Self.leastCount && !isName)
            || RecordKind(rawValue: name) != nil
        // Two words of a known kind may be written as one, as in `birthDate`.
        let parts = Self.parts(of: name).joined(separator: " ")
        let whole = ShownText(name, knowing: KnownWords(trusting: [name]))
        if isOfFormat || ShownText(parts, knowing: words).text == parts { return whole.text }
        return ShownText(name, knowing: words).text
    }

    /// A path as a definition writes it, as it may be shown.
    func text(ofPath path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { step in
            guard step != ".", step != ".." else { return String(step) }
            let sign = step.hasPrefix("@") ? "@" : ""
            let parts = step.dropFirst(sign.count).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else {
                return sign + text(of: parts.first.map(String.init) ?? "")
            }
            return "\(sign)\(parts[0]):\(text(of: String(parts[1])))"
        }.joined(separator: "/")
    }

    private static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var wasSmall = false
        for letter in name {
            if parts.isEmpty || (wasSmall && letter.isUppercase) { parts.append("") }
            parts[parts.count - 1].append(letter)
            wasSmall = letter.isLowercase
        }
        return parts
    }
}
