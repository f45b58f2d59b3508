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
    private var packed = PackedTable()
    private let sessionLayout: SessionLayout?

    init(kind: RecordKind) {
        self.kind = kind
        let keyNames: [String] =
            switch kind {
            case .session: ["pupil", "teacher", "date", "measure", "subject"]
            case .mark: ["school", "semester", "pupil", "subject"]
            default: []
            }
        keyFields = keyNames.compactMap(kind.fieldIndex)
        sessionLayout = kind == .session ? SessionLayout() : nil
    }

    /// Notes a record and tells whether it has been seen.
    mutating func see(_ values: ArraySlice<Int>, line: Int) -> Sighting {
        if kind == .feedback { return .new }
        if let layout = sessionLayout, let session = layout.pack(values) {
            let sighting = packed.see(session, line: line)
            guard case .new = sighting, !byKey.isEmpty,
                let first = byKey[keyFields.map { values[values.startIndex + $0] }]
            else { return sighting }
            return .sameKey(line: first.line)
        }
        let record = Array(values)
        if keyFields.isEmpty {
            if let first = whole[record] { return .repeated(line: first) }
            whole[record] = line
            return .new
        }
        let key = keyFields.map { record[$0] }
        guard let first = byKey[key] else {
            byKey[key] = (record, line)
            // A session that does not fit into words may have the key of one that does.
            return sessionLayout?.packKey(values).flatMap(packed.line(ofKey:)).map {
                .sameKey(line: $0)
            }
                ?? .new
        }
        if first.values == record { return .repeated(line: first.line) }
        if let further = whole[record] { return .repeated(line: further) }
        whole[record] = line
        return .sameKey(line: first.line)
    }
}

/// A session's values without loss in three words.
private struct PackedSession {
    let key: UInt64
    let rest: UInt64
    let circumstances: UInt64

    var day: UInt64 { rest >> 42 }
}

/// How the values of a session fit into three words.
private struct SessionLayout {
    private let key: [(field: Int, bits: Int)]
    private let rest: [(field: Int, bits: Int)]
    private let circumstances: [(field: Int, bits: Int)]
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
        circumstances = layout([
            ("confirmed_on", 22), ("school", 11), ("semester", 15), ("class", 11), ("role", 5),
        ])
        order = RecordKind.session.fieldIndex("order_number")
    }

    /// Returns the packed key alone, or `nil` when it needs more bits than it has.
    func packKey(_ values: ArraySlice<Int>) -> PackedSession? {
        guard let key = word(key, values), let rest = word(Array(rest.prefix(1)), values)
        else { return nil }
        return PackedSession(key: key, rest: rest << 42, circumstances: 0)
    }

    /// Returns the packed values, or `nil` when one needs more bits than it has.
    func pack(_ values: ArraySlice<Int>) -> PackedSession? {
        let hasOrder = order.map { values[values.startIndex + $0] != ModelBatch.missing } ?? false
        guard !hasOrder, let key = word(key, values), let rest = word(rest, values),
            let circumstances = word(circumstances, values)
        else { return nil }
        return PackedSession(key: key, rest: rest, circumstances: circumstances)
    }

    @inline(__always)
    private func word(_ fields: [(field: Int, bits: Int)], _ values: ArraySlice<Int>) -> UInt64? {
        var word: UInt64 = 0
        for (field, bits) in fields {
            var value = values[values.startIndex + field]
            if value == ModelBatch.missing {
                value = -1
            } else if bits == 22 {
                value -= 18_000_000
            }
            let coded = value + 1
            guard coded >= 0, coded < 1 << bits else { return nil }
            word = word << UInt64(bits) | UInt64(coded)
        }
        return word
    }
}

/// An open-addressing table of packed sessions.
private struct PackedTable {
    private var sessions: [PackedSession] = Array(repeating: Self.none, count: 1024)
    private var lines: [UInt32] = Array(repeating: 0, count: 1024)
    private var count = 0
    private var mask = 1023

    private static let none = PackedSession(key: 0, rest: 0, circumstances: 0)

    mutating func see(_ session: PackedSession, line: Int) -> RepeatIndex.Sighting {
        if count * 10 > mask * 7 { grow() }
        var slot = Self.hash(session) & mask
        var sameKey: Int?
        while lines[slot] != 0 {
            let other = sessions[slot]
            if other.key == session.key, other.day == session.day {
                if other.rest == session.rest, other.circumstances == session.circumstances {
                    return .repeated(line: Int(lines[slot]))
                }
                if sameKey == nil { sameKey = Int(lines[slot]) }
            }
            slot = (slot + 1) & mask
        }
        sessions[slot] = session
        lines[slot] = UInt32(clamping: line)
        count += 1
        return sameKey.map { .sameKey(line: $0) } ?? .new
    }

    /// Returns the line of the first session with a key, if there is one.
    func line(ofKey session: PackedSession) -> Int? {
        var slot = Self.hash(session) & mask
        while lines[slot] != 0 {
            if sessions[slot].key == session.key, sessions[slot].day == session.day {
                return Int(lines[slot])
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func grow() {
        let old = (sessions, lines)
        mask = mask * 2 + 1
        sessions = Array(repeating: Self.none, count: mask + 1)
        lines = Array(repeating: 0, count: mask + 1)
        for index in old.1.indices where old.1[index] != 0 {
            var slot = Self.hash(old.0[index]) & mask
            while lines[slot] != 0 { slot = (slot + 1) & mask }
            sessions[slot] = old.0[index]
            lines[slot] = old.1[index]
        }
    }

    @inline(__always)
    private static func hash(_ session: PackedSession) -> Int {
        let word = session.key ^ session.day << 40 ^ session.day
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: (product.high ^ product.low) >> 1)
    }
}
