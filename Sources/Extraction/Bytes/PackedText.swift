import CZlib
import Glibc

/// The whole text of a file as its readers see it, and how to pack it again.
public struct PackedText: Sendable {
    /// The bytes; those of a gzip file are unpacked.
    public var bytes: [UInt8]
    /// Whether the file is packed by gzip.
    public let isGzip: Bool

    /// Reads a file.
    ///
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when it cannot be unpacked.
    public init(path: FilePath) throws {
        let blocks = try FileBlocks(path: path)
        isGzip = blocks.isGzip
        var all: [UInt8] = []
        while true {
            var block: [UInt8] = []
            guard try blocks.read(upTo: 1 << 20, into: &block) > 0 else { break }
            all += block
        }
        bytes = all
    }

    /// The bytes as they are sent: packed where the file was.
    ///
    /// The name and the hour that gzip may keep
    /// are left out.
    ///
    /// - Returns: `nil` when there is no memory.
    public var sent: [UInt8]? {
        guard isGzip else { return bytes }
        var stream = z_stream()
        guard czlib_begin_packing_gzip(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let bound = Int(deflateBound(&stream, UInt(input.count))) + 32
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { target, filled in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(bound)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                filled = bound - Int(stream.avail_out)
            }
        }
        return isWhole ? packed : nil
    }
}
