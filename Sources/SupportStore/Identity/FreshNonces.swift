import Crypto
import Glibc

/// Nonces for sealing, drawn many at a time: to ask the system for each costs more than to seal a name.
struct FreshNonces {
    private var bytes: [UInt8] = []
    private var used = 0

    private static let nonceBytes = 12
    /// As many as the system gives at once.
    private static let count = 256 / nonceBytes

    /// Returns the next nonce.
    mutating func draw() throws -> AES.GCM.Nonce {
        if used == bytes.count {
            var random = [UInt8](repeating: 0, count: Self.count * Self.nonceBytes)
            if getentropy(&random, random.count) != 0 {
                // The library's own way waits where the system has none yet.
                random = Array(AES.GCM.Nonce())
            }
            bytes = random
            used = 0
        }
        let drawn = bytes[used..<(used + Self.nonceBytes)]
        used += Self.nonceBytes
        return try AES.GCM.Nonce(data: drawn)
    }
}
