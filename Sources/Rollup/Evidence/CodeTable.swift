/// Numbers for the few codes that a text column holds, found without making a `String` a row.
struct CodeTable {
    private(set) var codes: [String] = []
    private var bytes: [[UInt8]] = []
    private var last = -1

    /// Returns the number of a code.
    mutating func number(of text: UnsafeRawBufferPointer) -> Int {
        // Neighbouring rows mostly hold the same code.
        if last >= 0, bytes[last].elementsEqual(text) { return last }
        for place in bytes.indices where bytes[place].elementsEqual(text) {
            last = place
            return place
        }
        bytes.append(Array(text))
        codes.append(String(decoding: text, as: UTF8.self))
        last = codes.count - 1
        return last
    }
}
