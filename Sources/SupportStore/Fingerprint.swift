import Crypto

/// Builds the SHA-256 fingerprint of a file from its blocks.
public struct Fingerprint: Sendable {
    private var hash = SHA256()

    /// Creates a fingerprint of no bytes.
    public init() {}

    /// Adds the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
    }

    /// Returns the 32 bytes of the fingerprint.
    public func finalize() -> [UInt8] { Array(hash.finalize()) }
}
