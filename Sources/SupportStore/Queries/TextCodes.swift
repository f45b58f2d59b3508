/// Numbers for the texts that a column holds, found without making a `String` a row.
public struct TextCodes: Sendable {
    /// The texts, each at the place of its number.
    public private(set) var codes: [String] = []
    private var bytes: [[UInt8]] = []
    private var last = -1
    private var slots = [Int32](repeating: -1, count: 64)

    /// Creates numbers for no text yet.
    public init() {}

    /// Returns the number of a text.
    public mutating func number(of text: UnsafeRawBufferPointer) -> Int {
        // Neighbouring rows mostly hold the same text.
        if last >= 0, bytes[last].elementsEqual(text) { return last }
        var slot = slot(of: text)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if bytes[number].elementsEqual(text) {
                last = number
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        last = codes.count
        slots[slot] = Int32(last)
        bytes.append(Array(text))
        codes.append(String(decoding: text, as: UTF8.self))
        if 2 * codes.count > slots.count { grow() }
        return last
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (number, text) in bytes.enumerated() {
            var slot = text.withUnsafeBytes { self.slot(of: $0) }
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private func slot(of text: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: text)
        return hasher.finalize() & (slots.count - 1)
    }
}
