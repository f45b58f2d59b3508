public import Diagnostics

/// The names of a run's files as messages, logs and reports show them: whoever named a file may have
/// put a pupil's name or code into it.
///
/// The store keeps the names as they are.
public struct ShownFileNames: Sendable {
    private let words: KnownWords
    /// By the bytes of the names: texts that are equal to Swift may be two files.
    private let shown: [[UInt8]: String]

    /// Names the files of a run.
    ///
    /// - Parameters:
    ///   - names: The paths below the inbox, those of earlier runs included; of those that would be shown
    ///     alike all but the first in the order of their letters get a number.
    ///   - words: The words that may be shown.
    public init(_ names: some Sequence<String>, knowing words: KnownWords) {
        self.words = words
        var shown: [[UInt8]: String] = [:]
        var taken: Set<String> = []
        let unique = Dictionary(names.map { (Array($0.utf8), $0) }, uniquingKeysWith: { $1 })
        for (bytes, name) in unique.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let text = ShownText(fileName: name, knowing: words).text
            var candidate = text
            var number = 1
            while !taken.insert(candidate).inserted {
                number += 1
                candidate = Self.with(number, text)
            }
            shown[bytes] = candidate
        }
        self.shown = shown
    }

    /// Returns the name to show for a path below the inbox.
    public subscript(name: String) -> String {
        shown[Array(name.utf8)] ?? ShownText(fileName: name, knowing: words).text
    }

    /// Puts a number before the ending of a file's name.
    private static func with(_ number: Int, _ name: String) -> String {
        let start = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        guard let dot = name[start...].lastIndex(of: "."), dot > start else {
            return "\(name) (\(number))"
        }
        return "\(name[..<dot]) (\(number))\(name[dot...])"
    }
}
