import Glibc

/// The keys of records, in a form whose bytes compare as the keys do, cell by cell.
///
/// Bytes, not a language, decide the order of keys, so that it is the same everywhere.
struct RecordKeys {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    init<Record: PackageRecord>(_ records: [Record]) {
        let table = Record.table
        let texts = table.key.compactMap { name in table.columns.first { $0.name == name }?.text }
        ends.reserveCapacity(records.count + 1)
        for record in records {
            for text in texts {
                var cell = text(record)
                cell.withUTF8 { append($0) }
            }
            ends.append(bytes.count)
        }
    }

    /// Two zeros end a cell, so that it comes before what goes on; a zero in it is told from them by a one.
    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
        if cell.contains(0) {
            for byte in cell { bytes += byte == 0 ? [0, 1] : [byte] }
        } else {
            bytes.append(contentsOf: cell)
        }
        bytes.append(0)
        bytes.append(0)
    }

    /// The places of the records, in the order of their keys.
    var order: [Int] {
        bytes.withUnsafeBytes { bytes in
            ends.indices.dropLast().sorted { compare($0, $1, in: bytes) < 0 }
        }
    }

    /// The first record whose key does not come after the one before, and whether the two are one.
    var firstMisplaced: (place: Int, isRepeated: Bool)? {
        bytes.withUnsafeBytes { bytes in
            for place in ends.indices.dropLast().dropFirst() {
                let step = compare(place - 1, place, in: bytes)
                if step >= 0 { return (place, step == 0) }
            }
            return nil
        }
    }

    private func compare(_ first: Int, _ second: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        let one = UnsafeRawBufferPointer(rebasing: bytes[ends[first]..<ends[first + 1]])
        let other = UnsafeRawBufferPointer(rebasing: bytes[ends[second]..<ends[second + 1]])
        guard let begin = one.baseAddress, let otherBegin = other.baseAddress else {
            return one.count - other.count
        }
        let difference = memcmp(begin, otherBegin, min(one.count, other.count))
        return difference == 0 ? one.count - other.count : Int(difference)
    }
}
