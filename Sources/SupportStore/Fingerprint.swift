import Crypto

/// Builds the SHA-256 fingerprint of a file from its blocks.
public struct Fingerprint: Sendable {
    private var hash = SHA256()

    /// Creates a fingerprint of no bytes.
    public init() {}

    /// Returns the fingerprint of bytes that are at hand.
    public static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Adds the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
    }

    /// Returns the 32 bytes of the fingerprint.
    public func finalize() -> [UInt8] { Array(hash.finalize()) }
}
