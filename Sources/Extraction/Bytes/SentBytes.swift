/// Reads stretches of a file as it was sent; of a compressed file as it was packed.
public enum SentBytes {
    /// Returns the bytes of stretches, in one pass over the file; what lies behind its end is left out.
    ///
    /// - Parameters:
    ///   - ranges: The stretches, which may overlap.
    ///   - path: The path of the file.
    ///   - blockSize: The number of bytes read at a time.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it cannot be unpacked.
    public static func read(
        _ ranges: [Range<Int>], of path: FilePath, blockSize: Int = 1 << 18
    ) throws -> [[UInt8]] {
        var found = ranges.map { _ in [UInt8]() }
        let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        guard let end = ranges.map(\.upperBound).max() else { return found }
        let blocks = try FileBlocks(path: path)
        var (offset, next) = (0, 0)
        var open: [Int] = []
        var block: [UInt8] = []
        while offset < end {
            block.removeAll(keepingCapacity: true)
            let count = try blocks.read(upTo: blockSize, into: &block)
            guard count > 0 else { break }
            while next < order.count, ranges[order[next]].lowerBound < offset + count {
                open.append(order[next])
                next += 1
            }
            for index in open {
                let part = ranges[index].clamped(to: offset..<(offset + count))
                found[index] += block[(part.lowerBound - offset)..<(part.upperBound - offset)]
            }
            offset += count
            open.removeAll { ranges[$0].upperBound <= offset }
        }
        return found
    }
}
