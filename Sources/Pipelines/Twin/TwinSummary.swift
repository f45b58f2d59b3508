import Extraction

/// What a twin has of its file, and how much is invented.
public struct TwinSummary: Sendable {
    /// The names of columns that stayed, in the order of the file.
    public private(set) var headers: [String] = []
    /// The values that stayed because they come again and again and tell of nobody, sorted.
    public private(set) var keptValues: [String] = []
    /// The number of different words replaced.
    public private(set) var wordCount = 0
    /// The number of different personal codes replaced.
    public private(set) var codeCount = 0
    /// The number of different days replaced.
    public private(set) var dayCount = 0

    /// The names of elements and attributes that stayed, in the order of the file.
    public private(set) var names: [String] = []
    /// The number of marks, amounts and lengths of time that stayed as they are.
    public private(set) var numberCount = 0

    private var nameBytes: [[UInt8]] = []
    private var knownNames: Set<[UInt8]> = []
    private var headerBytes: [[UInt8]] = []
    private var keptBytes: Set<[UInt8]> = []

    init() {}

    mutating func note(header: [UInt8], isFirst: Bool) {
        if isFirst, !header.isEmpty { headerBytes.append(header) }
    }

    mutating func note(kept value: [UInt8]) { keptBytes.insert(value) }

    mutating func note(plain value: [UInt8], _ kind: TwinPlainValue.Kind) {
        switch kind {
        case .label: keptBytes.insert(value)
        case .number: numberCount += 1
        }
    }

    mutating func note(name: [UInt8]) {
        if !name.isEmpty, knownNames.insert(name).inserted { nameBytes.append(name) }
    }

    mutating func finish(_ substitution: TwinSubstitution, _ coder: ScalarCoder) {
        func text(_ bytes: [UInt8]) -> String {
            let scalars = TwinTokens(bytes.indices, of: bytes, coder).scalars
            return String(String.UnicodeScalarView(scalars.map { $0 ?? "\u{FFFD}" }))
        }
        headers = headerBytes.map(text)
        names = nameBytes.map(text)
        keptValues = keptBytes.map(text).sorted()
        wordCount = substitution.words.count
        codeCount = substitution.numbers.codeCount
        dayCount = substitution.numbers.dayCount
    }
}
