import Diagnostics
import Extraction
import PupilSupport

/// Reads one field from one column: every distinct text is decoded, parsed and checked once, then a
/// row costs a look-up.
struct ValueReader {
    /// Stands for a text that breaks a rule; ``fault(_:)`` tells which.
    static let faulty = Int.min + 1

    /// Stands for a text that says that there is none.
    static let none = Int.min + 2

    /// The columns to look in; the first that has a cell counts.
    let columns: [Int]
    /// The names of the columns as messages show them.
    let columnNames: [String]
    /// Whether the values stand for lists.
    let isList: Bool
    /// Whether any text seen may stand for its value on some days only.
    private(set) var hasValidity = false

    private let parser: CellParser
    private let decoder: TextDecoder
    private let escapes: CellEscapes?
    private let separator: Character?
    private var dictionary: ByteDictionary
    private var values: [Int] = []
    private var faults: [Int: (rule: Rule, details: [String: String], offset: Int)] = [:]
    private var validities: [Int: NormalizationContext.NamedValue] = [:]
    private(set) var lists: [[Int]] = []

    init(
        columns: [Int], columnNames: [String], parser: CellParser, decoder: TextDecoder,
        escapes: CellEscapes?, seed: UInt64
    ) {
        self.columns = columns
        self.columnNames = columnNames
        self.parser = parser
        self.decoder = decoder
        self.escapes = escapes
        separator = parser.mapping.splitBy?.first
        isList = separator != nil
        dictionary = ByteDictionary(seed: seed)
    }

    /// Reads the values of a whole batch.
    ///
    /// - Parameters:
    ///   - batch: The records.
    ///   - values: Receives a value a record.
    ///   - codes: Receives the number of each text, for ``fault(_:)`` and ``validity(_:)``.
    ///   - registries: Where people, plans and names are numbered.
    mutating func read(
        _ batch: RecordBatch, values target: UnsafeMutableBufferPointer<Int>,
        codes: UnsafeMutableBufferPointer<Int32>, registries: inout DeliveryRegistries
    ) {
        let width = batch.columnCount
        let column = columns[0]
        batch.bytes.withUnsafeBufferPointer { bytes in
            batch.cells.withUnsafeBufferPointer { cells in
                // Records of XML within the same element share what they borrow from it.
                var last = (cell: CellSlice?.none, value: 0, code: Int32(0))
                for record in batch.records.indices {
                    var cell = cells[record * width + column]
                    if cell.isAbsent, columns.count > 1 {
                        for other in columns.dropFirst() where cell.isAbsent {
                            cell = cells[record * width + other]
                        }
                    }
                    guard cell.count > 0 else {
                        target[record] = ModelBatch.missing
                        codes[record] = -1
                        continue
                    }
                    if cell == last.cell {
                        target[record] = last.value
                        codes[record] = last.code
                        continue
                    }
                    let slice = UnsafeBufferPointer(
                        rebasing: bytes[cell.start..<(cell.start + cell.count)])
                    let (number, isNew) = dictionary.number(of: slice)
                    if isNew {
                        learn(
                            slice, hasEscapes: cell.hasEscapes, registries: &registries)
                    }
                    target[record] = values[number]
                    codes[record] = Int32(truncatingIfNeeded: number)
                    last = (cell, values[number], codes[record])
                }
            }
        }
    }

    /// Returns what is wrong with a text, by its number.
    func fault(_ code: Int32) -> (rule: Rule, details: [String: String], offset: Int)? {
        faults[Int(code)]
    }

    /// Returns when a text may stand for its value, by its number; `nil` for always.
    func validity(_ code: Int32) -> NormalizationContext.NamedValue? { validities[Int(code)] }

    /// Returns the column in which a record's cell was found.
    func column(of record: Int, in batch: RecordBatch) -> Int {
        columns.first { !batch.cells[record * batch.columnCount + $0].isAbsent } ?? columns[0]
    }

    /// Returns the name of a column as messages show it, or `nil` when the reader does not look in it.
    func name(ofColumn column: Int) -> String? {
        columns.firstIndex(of: column).map { columnNames[$0] }
    }

    /// Returns the text of a cell, or `nil` when a byte of it has no meaning.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> String? {
        try? decoder.text(of: bytes, unescaping: hasEscapes ? escapes : nil).trimmed
    }

    private mutating func learn(
        _ bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool,
        registries: inout DeliveryRegistries
    ) {
        let number = values.count
        let text: String
        do {
            text = try decoder.text(of: bytes, unescaping: hasEscapes ? escapes : nil)
        } catch {
            let hex = String(error.byte, radix: 16, uppercase: true)
            faults[number] =
                error.isLostCharacter
                ? (FieldRules.lostCharacter, [:], error.offset)
                : (
                    FieldRules.undefinedByte,
                    ["found": "0x\(hex)", "encoding": decoder.encoding.rawValue], error.offset
                )
            values.append(Self.faulty)
            return
        }
        if let separator {
            learnList(text, separator: separator, number: number, registries: &registries)
        } else {
            values.append(learned(text, number: number, registries: &registries))
        }
    }

    private mutating func learnList(
        _ text: String, separator: Character, number: Int, registries: inout DeliveryRegistries
    ) {
        var list: [Int] = []
        var isFaulty = false
        for part in text.split(separator: separator) {
            switch learned(String(part), number: number, registries: &registries) {
            case ModelBatch.missing, Self.none: break
            case Self.faulty: isFaulty = true
            case let value where !list.contains(value): list.append(value)
            default: break
            }
        }
        lists.append(list)
        values.append(isFaulty ? Self.faulty : list.isEmpty ? Self.none : lists.count - 1)
    }

    private mutating func learned(
        _ original: String, number: Int, registries: inout DeliveryRegistries
    ) -> Int {
        let trimmed = original.trimmed
        guard !trimmed.isEmpty else { return ModelBatch.missing }
        let (value, validity) = parser.parse(trimmed, registries: &registries)
        if let validity {
            validities[number] = validity
            hasValidity = true
        }
        switch value {
        case .value(let value): return value
        case .missing: return ModelBatch.missing
        case .none: return Self.none
        case .fault(let rule, let details):
            faults[number] = (rule, details, 0)
            return Self.faulty
        }
    }
}

extension String {
    /// The text without blanks at its ends and with single blanks within, its letters composed.
    var trimmed: String {
        if isPlain { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ").composed
    }

    /// Whether the text is of letters and signs of ASCII with single blanks between them, as most are.
    private var isPlain: Bool {
        var text = self
        return text.withUTF8 { bytes in
            var isBlank = true
            for byte in bytes {
                guard byte > 0x20, byte < 0x7F else {
                    guard byte == 0x20, !isBlank else { return false }
                    isBlank = true
                    continue
                }
                isBlank = false
            }
            return !isBlank
        }
    }
}
