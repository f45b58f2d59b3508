/// The place of a cell as a sheet writes it, `B5`.
struct CellReference {
    let column: Int
    let row: Int

    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Reads a reference, or returns `nil` when the bytes are none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var index = 0
        while index < bytes.count, index < 4, (0x41...0x5A).contains(bytes[index] & 0xDF) {
            column = column * 26 + Int(bytes[index] & 0xDF) - 0x40
            index += 1
        }
        guard column > 0, let row = Self.number(UnsafeBufferPointer(rebasing: bytes[index...]))
        else { return nil }
        self.init(column: column, row: row)
    }

    /// Reads a whole number of at most nine digits, or returns `nil`.
    @inline(__always)
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }
}
