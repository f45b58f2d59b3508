import Diagnostics

/// The texts that cells share, in one run of bytes, each as a cell of delimited text.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// The number of texts.
    var count: Int { ends.count }

    /// The number of bytes that the texts take.
    var size: Int { bytes.count + ends.count * 4 }

    /// Whether a text is empty.
    func isEmpty(_ index: Int) -> Bool { range(of: index).isEmpty }

    /// Appends a text to bytes.
    func append(_ index: Int, to output: inout [UInt8]) {
        output.append(contentsOf: bytes[range(of: index)])
    }

    fileprivate mutating func add(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { EscapedText.appendCell($0, to: &bytes) }
        ends.append(UInt32(clamping: bytes.count))
    }

    private func range(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
}

/// Reads the part of the shared texts.
struct SharedStringsPart: PartEvents {
    private enum Place {
        static let table: UInt8 = 1
        static let item: UInt8 = 2
        static let run: UInt8 = 3
        static let text: UInt8 = 4
    }

    private(set) var strings = SharedStrings()
    private let part: String
    private let limits: SpreadsheetLimits
    private var text: [UInt8] = []
    private var names: [PartNamePointer?] = []

    init(part: String, limits: SpreadsheetLimits) {
        self.part = part
        self.limits = limits
    }

    mutating func bind(_ names: PartNames) {
        self.names = ["sst", "si", "r", "t"].map { names[$0] }
    }

    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8 {
        switch parent {
        case Self.document:
            guard name == names[0] else {
                throw .unexpectedRoot(part)
            }
            return Place.table
        case Place.table where name == names[1]:
            text.removeAll(keepingCapacity: true)
            return Place.item
        case Place.item where name == names[2]: return Place.run
        // Readings (`rPh`) have no place, so their text is left out.
        case Place.item where name == names[3], Place.run where name == names[3]: return Place.text
        default: return 0
        }
    }

    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, inside place: UInt8
    ) throws(FileRefusal) {
        guard place == Place.text else { return }
        text.append(contentsOf: bytes)
        guard text.count <= limits.cellBytes else {
            throw .workbookLimit(
                lv: "šūnas teksts baitos", en: "bytes of a cell's text",
                allowed: "\(limits.cellBytes)")
        }
    }

    mutating func leave(_ place: UInt8) throws(FileRefusal) -> Bool {
        guard place == Place.item else { return false }
        EscapedText.decode(&text)
        strings.add(text)
        guard strings.size <= limits.sharedStringBytes else {
            throw .workbookLimit(
                lv: "šūnu kopīgie teksti baitos", en: "bytes of the cells' shared texts",
                allowed: "\(limits.sharedStringBytes)")
        }
        return false
    }
}
