/// Which bytes outside ASCII a file has, where each first stands and how often.
struct ByteTally: Sendable, Hashable {
    private let firsts: [Int]
    private let counts: [Int]

    init(firsts: [Int], counts: [Int]) {
        self.firsts = firsts
        self.counts = counts
    }

    /// Whether there is any.
    var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

    /// The number of bytes.
    var count: Int { counts.reduce(0, +) }

    /// Returns where a byte stands, or `nil` when the file does not have it.
    subscript(byte: UInt8) -> ByteOccurrences? {
        let index = Int(byte & 0x7F)
        guard byte >= 0x80, counts[index] > 0 else { return nil }
        return ByteOccurrences(first: firsts[index], count: counts[index])
    }

    /// Returns the bytes that have no meaning in a code page.
    func undefined(in page: CodePage) -> ByteOccurrences? {
        var result: ByteOccurrences?
        for byte in UInt8(0x80)...UInt8.max where page.scalars[Int(byte)] == nil {
            guard let found = self[byte] else { continue }
            result = ByteOccurrences(
                first: min(result?.first ?? .max, found.first),
                count: (result?.count ?? 0) + found.count)
        }
        return result
    }
}
