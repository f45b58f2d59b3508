import PupilSupport

/// The records that passed a check, told by the values that decide it: most are like one before.
///
/// A table of fixed size, in which of those that share a slot the last one stays. The values are packed without
/// loss, so that nothing is taken for what it is not.
final class PassedRecords {
    /// What rows ask; it is plain memory, so that asking counts no references, and lives as long as its owner.
    let table: Table

    /// Creates a table in which there is nothing, or `nil` when the values do not fit into a word or there are none.
    init?(_ values: [DecidingValue], of kind: RecordKind) {
        let parts = values.compactMap { value in
            switch value {
            case .field(let name): kind.fieldIndex(name).flatMap { Self.part($0, of: kind) }
            case .level(let name):
                kind.fieldIndex(name).map { Part(field: $0, divisor: 100, base: 0, bits: 7) }
            }
        }
        let fields = values.filter { value in
            switch value {
            case .field(let name), .level(let name): kind.fieldIndex(name) != nil
            }
        }
        guard !parts.isEmpty, parts.count == fields.count, parts.reduce(0, { $0 + $1.bits }) < 64
        else { return nil }
        let kept = UnsafeMutableBufferPointer<Part>.allocate(capacity: parts.count)
        _ = kept.initialize(from: parts)
        let slots = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << Table.slotBits)
        slots.initialize(repeating: 0)
        table = Table(parts: UnsafeBufferPointer(kept), slots: slots)
    }

    deinit {
        table.parts.deallocate()
        table.slots.deallocate()
    }

    private static func part(_ field: Int, of kind: RecordKind) -> Part? {
        switch kind.fields[field].type {
        // A day is packed as yyyymmdd less 18000000.
        case .date: Part(field: field, divisor: 1, base: 18_000_000, bits: 22)
        case .semester: Part(field: field, divisor: 1, base: 0, bits: 15)
        case .school: Part(field: field, divisor: 1, base: 0, bits: 11)
        default: nil
        }
    }

    /// How a value is packed.
    fileprivate struct Part {
        let field: Int
        let divisor: Int
        let base: Int
        let bits: UInt64
    }

    /// The packed values of records that passed.
    struct Table {
        fileprivate let parts: UnsafeBufferPointer<Part>
        /// The packed values of a record for each slot, or 0.
        fileprivate let slots: UnsafeMutableBufferPointer<UInt64>

        fileprivate static let slotBits: UInt64 = 14
        /// Set in all packed values, so that none of them is 0.
        private static let mark: UInt64 = 1 << 63

        /// Returns the packed values of a record; 0 when one is out of bounds.
        @inline(__always)
        func key(of record: ModelRecord) -> UInt64 {
            var key = Self.mark
            var shift: UInt64 = 0
            for part in parts {
                var value = record.values[part.field]
                if value <= ValueReader.none {
                    value = 0
                } else {
                    guard value >= part.base else { return 0 }
                    value = (value - part.base) / part.divisor + 1
                    guard value < 1 << part.bits else { return 0 }
                }
                key |= UInt64(value) << shift
                shift += part.bits
            }
            return key
        }

        /// Whether a record with these values has passed and is remembered.
        @inline(__always)
        func contains(_ key: UInt64) -> Bool { key != 0 && slots[Self.slot(of: key)] == key }

        /// Remembers that a record with these values passed.
        func insert(_ key: UInt64) {
            guard key != 0 else { return }
            slots[Self.slot(of: key)] = key
        }

        @inline(__always)
        private static func slot(of key: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
        }
    }
}
