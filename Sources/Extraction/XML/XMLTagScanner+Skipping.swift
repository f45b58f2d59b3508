/// Text and tags, which are most of a file, are looked at in steps of 64 bytes.
extension XMLTagScanner {
    /// Moves on to a markup that is no tag, or to the last bytes of the block.
    ///
    /// - Returns: The first excess.
    mutating func skipTags(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> Excess? {
        let raw = UnsafeRawBufferPointer(bytes)
        while isInTextOrTag, place + Self.step <= bytes.count {
            let first = place
            var signs = Self.signs(in: raw, at: first)
            place += Self.step
            while signs != 0 {
                let index = first + signs.trailingZeroBitCount
                signs &= signs - 1
                let byte = bytes[index]
                switch state {
                case .text:
                    guard byte == UInt8(ascii: "<") else { continue }
                    beginMarkup(at: index)
                    guard index + 1 < bytes.count, beginTag(bytes[index + 1]) else {
                        place = index + 1
                        return nil
                    }
                case .endTag:
                    guard byte == UInt8(ascii: ">") else { continue }
                    if let excess = endMarkup(at: index + 1, in: bytes) { return excess }
                case .quoted(let quote):
                    if byte == quote { endValue() }
                default:
                    if let excess = sign(byte, behind: index + 1, in: bytes) { return excess }
                }
            }
        }
        return nil
    }

    private static let step = 64

    /// Returns where the bytes `<`, `=`, `>`, `"` and `'` stand among the next 64.
    @inline(__always)
    private static func signs(in bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
        // Only whole vectors are compared at once: one of a vector and a number is taken apart.
        let openings = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
        let equals = SIMD16<UInt8>(repeating: UInt8(ascii: "="))
        let closings = SIMD16<UInt8>(repeating: UInt8(ascii: ">"))
        let quotes = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let apostrophes = SIMD16<UInt8>(repeating: UInt8(ascii: "'"))
        let bits = SIMD2<UInt64>(repeating: 0x8040_2010_0804_0201)
        var signs: UInt64 = 0
        for part in 0..<4 {
            let block = bytes.loadUnaligned(
                fromByteOffset: place + 16 * part, as: SIMD16<UInt8>.self)
            let found =
                (block .== openings) .| (block .== equals) .| (block .== closings)
                .| (block .== quotes) .| (block .== apostrophes)
            // Each byte of a mask is all ones or all zeros; of eight each keeps another bit, and the
            // product gathers them in its highest byte.
            let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self) & bits
            let low = (halves.x &* 0x0101_0101_0101_0101) >> 56
            let high = (halves.y &* 0x0101_0101_0101_0101) >> 56
            signs |= (low | high << 8) << UInt64(16 * part)
        }
        return signs
    }

    /// Returns the number of line ends in a part of a block.
    static func lineFeeds(in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let lineFeeds = SIMD16<UInt8>(repeating: 0x0A)
        let everySecond: UInt64 = 0x00FF_00FF_00FF_00FF
        var place = part.lowerBound
        var count = 0
        while place + 16 <= part.upperBound {
            // Each of the sixteen sums is a byte.
            let end = min(part.upperBound - 15, place + 16 * 255)
            var sums = SIMD16<UInt8>(repeating: 0)
            while place < end {
                let block = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
                sums &-= unsafeBitCast(block .== lineFeeds, to: SIMD16<UInt8>.self)
                place += 16
            }
            let halves = unsafeBitCast(sums, to: SIMD2<UInt64>.self)
            for half in [halves.x, halves.y] {
                let pairs = (half & everySecond) &+ (half >> 8 & everySecond)
                count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
            }
        }
        while place < part.upperBound {
            if bytes[place] == 0x0A { count += 1 }
            place += 1
        }
        return count
    }
}
