/// Takes pieces out of a file by their offsets, in one pass; a gzip file is unpacked on the way.
public enum FileExcerpts {
    /// Returns the text of pieces of a file for people to look at: what has no meaning stands as U+FFFD.
    ///
    /// - Parameters:
    ///   - pieces: Offsets as the readers of records give them; they may overlap, and what lies behind the
    ///     end of the file is left out.
    ///   - path: The path of the file.
    ///   - encoding: The encoding of the file.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when a compressed file is torn or
    ///   too large.
    public static func texts(
        of pieces: [Range<Int>], in path: FilePath, encoding: TextEncoding
    ) throws -> [String] {
        let decoder = TextDecoder(encoding)
        return try bytes(of: pieces, in: path).map { bytes in
            switch encoding {
            case .utf16LittleEndian: text(ofUTF16: bytes, low: 0)
            case .utf16BigEndian: text(ofUTF16: bytes, low: 1)
            default: bytes.withUnsafeBufferPointer { decoder.lossyText(of: $0) }
            }
        }
    }

    private static func bytes(of pieces: [Range<Int>], in path: FilePath) throws -> [[UInt8]] {
        var found = pieces.map { _ in [UInt8]() }
        let order = pieces.indices.sorted { pieces[$0].lowerBound < pieces[$1].lowerBound }
        let end = pieces.map(\.upperBound).max() ?? 0
        let blocks = try FileBlocks(path: path)
        var waiting = order[...]
        var open: [Int] = []
        var start = 0
        while start < end {
            var block: [UInt8] = []
            let count = try blocks.read(upTo: blockSize, into: &block)
            guard count > 0 else { break }
            let covered = start..<(start + count)
            while let next = waiting.first, pieces[next].lowerBound < covered.upperBound {
                open.append(next)
                waiting.removeFirst()
            }
            for piece in open {
                let part = pieces[piece].clamped(to: covered)
                found[piece] += block[(part.lowerBound - start)..<(part.upperBound - start)]
            }
            open.removeAll { pieces[$0].upperBound <= covered.upperBound }
            start = covered.upperBound
        }
        return found
    }

    private static func text(ofUTF16 bytes: [UInt8], low: Int) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static let blockSize = 1 << 19
}
