import CMemory
import Glibc

/// A file that can be read by its path for as long as somebody holds this.
///
/// The path is that of a descriptor, so it leads to the very file that was opened. The bytes of a sealed
/// file lie in memory only; the system frees them when this is let go.
public final class OpenedFile: Sendable {
    private let descriptor: Int32

    /// Takes over an open descriptor.
    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// Makes a file in memory, or returns `nil` with `errno` set.
    init?(inMemory: ()) {
        let made = cmemory_make_file("pumpurs")
        guard made >= 0 else { return nil }
        descriptor = made
    }

    deinit { close(descriptor) }

    /// The path.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    /// Appends bytes to a file in memory.
    ///
    /// - Returns: The system's error, or 0.
    func append(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        DescriptorBytes.write(bytes, to: descriptor)
    }

    /// Hands the descriptor to a function of the system.
    public func withDescriptor<Result>(_ body: (Int32) throws -> Result) rethrows -> Result {
        try body(descriptor)
    }

    /// Returns bytes from an offset on, or `nil` with `errno` set when they cannot be read; none at the end.
    public func read(upTo count: Int, from offset: Int) -> [UInt8]? {
        guard lseek(descriptor, offset, SEEK_SET) == offset else { return nil }
        return DescriptorBytes.read(upTo: count, from: descriptor)
    }

    /// Returns the fingerprint of all bytes, or `nil` with `errno` set when they cannot be read.
    public func fingerprint() -> [UInt8]? {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
        var fingerprint = Fingerprint()
        while let block = DescriptorBytes.read(upTo: 1 << 20, from: descriptor) {
            if block.isEmpty { return fingerprint.finalize() }
            fingerprint.update(block)
        }
        return nil
    }
}

extension Fingerprint {
    /// Adds the next bytes.
    mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }
}
