/// A class of a school: the level and the letter of the parallel, as in `5.a`.
public struct SchoolClass: Hashable, Sendable, CustomStringConvertible {
    /// The level, 1 to 12.
    public let level: Int
    /// The lower-case letter of the parallel, or `nil` when the school has one class a level.
    public let parallel: Character?

    /// Creates a class, or returns `nil` when the level or the letter does not exist.
    public init?(level: Int, parallel: Character?) {
        guard (1...12).contains(level) else { return nil }
        if let parallel, !Self.letters.contains(parallel) { return nil }
        self.level = level
        self.parallel = parallel
    }

    /// Creates a class from its stored integer, or returns `nil` when there is no such class.
    public init?(storedValue: Int) {
        let index = storedValue % 100
        guard (0...Self.letters.count).contains(index) else { return nil }
        self.init(level: storedValue / 100, parallel: index == 0 ? nil : Self.letters[index - 1])
    }

    /// The class as an integer: the level times 100, plus the place of the letter in ``letters``.
    public var storedValue: Int {
        level * 100 + (parallel.flatMap { Self.letters.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    }

    /// The class as schools write it, `5.a`, or `5.` without a parallel.
    public var description: String { "\(level).\(parallel.map(String.init) ?? "")" }

    /// The letters of the Latvian alphabet, and the four that only foreign words have.
    public static let letters: [Character] = Array("aābcčdeēfgģhiījkķlļmnņoprsštuūvzžqwxy")
}
