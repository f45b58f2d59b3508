import PupilSupport

/// Tells whether a record of a delivery has been seen before, exactly.
///
/// A session's values are packed without loss into three words, so that a national file needs a few
/// bytes a row; whatever does not fit, and every other kind of record, is compared whole.
struct RepeatIndex {
    /// What is known of a record that looks like one before.
    enum Sighting {
        /// The first of its kind.
        case new
        /// All values are those of the record that began on a line.
        case repeated(line: Int)
        /// The same pupil, teacher, day, measure and subject, but other contents.
        case sameKey(line: Int)
    }

    let kind: RecordKind
    private let keyFields: [Int]
    private var whole: [[Int]: Int] = [:]
    private var byKey: [[Int]: (values: [Int], line: Int)] = [:]
    private var packed = PackedSessionTable()
    /// How sessions are packed; other kinds have no layout.
    private let layout = SessionLayout()
    private let isOfSessions: Bool

    init(kind: RecordKind) {
        self.kind = kind
        let keyNames: [String] =
            switch kind {
            case .session: ["pupil", "teacher", "date", "measure", "subject"]
            case .mark: ["school", "semester", "pupil", "subject"]
            default: []
            }
        keyFields = keyNames.compactMap(kind.fieldIndex)
        isOfSessions = kind == .session
    }

    /// Notes a record and tells whether it has been seen.
    mutating func see(_ values: UnsafeBufferPointer<Int>, line: Int) -> Sighting {
        if isOfSessions, let session = layout.pack(values) {
            let sighting = packed.see(session, line: line)
            guard case .new = sighting, !byKey.isEmpty,
                let first = byKey[keyFields.map { values[$0] }]
            else { return sighting }
            return .sameKey(line: first.line)
        }
        return kind == .feedback ? .new : seeWhole(Array(values), line: line)
    }

    /// Prepares for the rows of a batch, which ``see(_:line:)`` is asked about one by one.
    ///
    /// - Parameters:
    ///   - mapping: What makes records of the rows.
    ///   - values: The values of all rows, reader by reader.
    ///   - rowCount: The number of rows.
    mutating func expect(_ mapping: CompiledMapping, values: [Int], rowCount: Int) {
        guard isOfSessions, packed.isLarge, mapping.listField == nil else { return }
        values.withUnsafeBufferPointer { values in
            let columns = layout.keyColumns(mapping.sources, values, rowCount: rowCount)
            columns.withUnsafeBufferPointer { columns in
                packed.approach(rowCount) { SessionLayout.packKey(columns, row: $0) }
            }
        }
    }

    /// Notes a record that is compared whole.
    private mutating func seeWhole(_ record: [Int], line: Int) -> Sighting {
        if keyFields.isEmpty {
            if let first = whole[record] { return .repeated(line: first) }
            whole[record] = line
            return .new
        }
        let key = keyFields.map { record[$0] }
        guard let first = byKey[key] else {
            byKey[key] = (record, line)
            // A session that does not fit into words may have the key of one that does.
            guard isOfSessions,
                let other = record.withUnsafeBufferPointer(layout.packKey)
                    .flatMap(packed.line(ofKey:))
            else { return .new }
            return .sameKey(line: other)
        }
        if first.values == record { return .repeated(line: first.line) }
        if let further = whole[record] { return .repeated(line: further) }
        whole[record] = line
        return .sameKey(line: first.line)
    }
}

/// How the values of a session fit into three words.
private struct SessionLayout {
    private let key: [(field: Int, bits: Int)]
    private let rest: [(field: Int, bits: Int)]
    private let circumstances: [(field: Int, bits: Int)]
    /// The first of the rest, which belongs to the key.
    private let day: [(field: Int, bits: Int)]
    /// Few sessions are remote and name an order; these are compared whole.
    private let order: Int?

    init() {
        func layout(_ fields: [(String, Int)]) -> [(field: Int, bits: Int)] {
            fields.compactMap { name, bits in
                RecordKind.session.fieldIndex(name).map { ($0, bits) }
            }
        }
        // A day is packed as yyyymmdd less 18000000, which takes 22 bits.
        key = layout([("pupil", 25), ("teacher", 20), ("measure", 9), ("subject", 9)])
        rest = layout([
            ("date", 22), ("minutes", 13), ("mode", 3), ("plan_number", 16), ("mark_before", 5),
            ("mark_after", 5),
        ])
        day = Array(rest.prefix(1))
        circumstances = layout([
            ("confirmed_on", 22), ("school", 11), ("semester", 15), ("class", 11), ("role", 5),
        ])
        order = RecordKind.session.fieldIndex("order_number")
    }

    /// Returns the packed key alone, or `nil` when it needs more bits than it has.
    func packKey(_ values: UnsafeBufferPointer<Int>) -> PackedSession? {
        guard let key = word(key, values), let day = word(day, values) else { return nil }
        return PackedSession(key: key, rest: day << 42, circumstances: 0)
    }

    /// A value of the key in the rows of a batch.
    struct KeyColumn {
        /// The values of all rows, or one that all share.
        let values: UnsafePointer<Int>?
        let constant: Int
        let bits: Int
    }

    /// Returns where the rows of a batch have the key, as far as their readers give it, the day last.
    func keyColumns(
        _ sources: [CompiledMapping.Source], _ values: UnsafeBufferPointer<Int>, rowCount: Int
    ) -> [KeyColumn] {
        (key + day).map { field, bits in
            let source = sources[field]
            let values = source.reader < 0 ? nil : values.baseAddress
            return KeyColumn(
                values: values.map { $0 + source.reader * rowCount }, constant: source.constant,
                bits: bits)
        }
    }

    /// Returns the packed key of a row, or `nil`.
    @inline(__always)
    static func packKey(_ columns: UnsafeBufferPointer<KeyColumn>, row: Int) -> PackedSession? {
        var key: UInt64 = 0
        let last = columns.count - 1
        for index in 0..<last {
            let column = columns[index]
            guard let coded = coded(column.values?[row] ?? column.constant, column.bits) else {
                return nil
            }
            key = key << UInt64(column.bits) | coded
        }
        let day = columns[last]
        guard let coded = coded(day.values?[row] ?? day.constant, day.bits) else { return nil }
        return PackedSession(key: key, rest: coded << 42, circumstances: 0)
    }

    /// Returns the packed values, or `nil` when one needs more bits than it has.
    func pack(_ values: UnsafeBufferPointer<Int>) -> PackedSession? {
        let hasOrder = order.map { values[$0] != ModelBatch.missing } ?? false
        guard !hasOrder, let key = word(key, values), let rest = word(rest, values),
            let circumstances = word(circumstances, values)
        else { return nil }
        return PackedSession(key: key, rest: rest, circumstances: circumstances)
    }

    @inline(__always)
    private func word(
        _ fields: [(field: Int, bits: Int)], _ values: UnsafeBufferPointer<Int>
    ) -> UInt64? {
        var word: UInt64 = 0
        for (field, bits) in fields {
            guard let coded = Self.coded(values[field], bits) else { return nil }
            word = word << UInt64(bits) | coded
        }
        return word
    }

    /// Returns a value in so many bits, 0 for a missing one, or `nil` when it does not fit.
    @inline(__always)
    private static func coded(_ value: Int, _ bits: Int) -> UInt64? {
        if value <= ValueReader.none { return value == ModelBatch.missing ? 0 : nil }
        let coded = (bits == 22 ? value - 18_000_000 : value) + 1
        guard coded >= 0, coded < 1 << bits else { return nil }
        return UInt64(coded)
    }
}
