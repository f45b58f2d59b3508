/// A ZIP file whose entries are stored as they are.
///
/// An input lists its entries one after the other: the byte 1D, the name up to a line feed, the content.
enum StoredArchive {
    private static let mark: UInt8 = 0x1D

    /// Returns the archive of the entries that an input lists.
    static func archive(of input: [UInt8]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        var count = 0
        for entry in input.split(separator: mark).prefix(64) {
            let end = entry.firstIndex(of: 0x0A) ?? entry.endIndex
            let name = Array(entry[..<end])
            let content = Array(entry[end...].dropFirst())
            let place = archive.count
            // Version, flags, method, time and date; the checksum; both sizes; the length of the name.
            let common =
                [20, 0, 0, 0, 0x21].flatMap(short) + long(checksum(content))
                + long(UInt32(content.count)) + long(UInt32(content.count))
                + short(UInt16(truncatingIfNeeded: name.count)) + short(0)
            archive += long(0x0403_4B50) + common + name + content
            directory += long(0x0201_4B50) + short(20) + common
            directory += [0, 0, 0].flatMap(short) + long(0) + long(UInt32(place)) + name
            count += 1
        }
        let start = archive.count
        return archive + directory + long(0x0605_4B50) + [0, 0].flatMap(short)
            + short(UInt16(count)) + short(UInt16(count)) + long(UInt32(directory.count))
            + long(UInt32(start)) + short(0)
    }

    /// Returns the input that lists entries.
    static func input(of entries: [(name: String, content: [UInt8])]) -> [UInt8] {
        entries.flatMap { [mark] + Array($0.name.utf8) + [0x0A] + $0.content }
    }

    private static func short(_ value: UInt16) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8)]
    }

    private static func long(_ value: UInt32) -> [UInt8] {
        short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16))
    }

    /// CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes { sum = table[Int(UInt8(sum & 0xFF) ^ byte)] ^ sum >> 8 }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
        }
    }
}
