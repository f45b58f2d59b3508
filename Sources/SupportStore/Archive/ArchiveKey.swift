import Crypto

/// The secret that the exports of an archive are sealed under.
///
/// It never changes while the archive lives: a change of the identity key seals it anew, and no file.
struct ArchiveKey: Sendable {
    /// The number of bytes of a key.
    static let byteCount = 32

    /// The key itself.
    let bytes: [UInt8]

    /// Eight bytes that tell whether two keys are the same, and nothing else of them.
    let tag: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        tag = Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("pumpurs/archive-check/v1".utf8), using: SymmetricKey(data: bytes)
            ).prefix(8))
    }

    /// Makes a new key.
    static func random() -> ArchiveKey { ArchiveKey(bytes: KeyFile.randomBytes()) }

    /// The first eight hexadecimal digits of the tag, by which people tell keys apart.
    var identifier: String { Hexadecimal.text(tag.prefix(4)) }

    /// Returns the key of one sealed file.
    func fileKey(salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), salt: salt,
            info: Array("pumpurs/archive/v1".utf8), outputByteCount: 32)
    }
}

extension IdentityKey {
    /// Seals the key of an archive.
    func seal(_ key: ArchiveKey) throws -> [UInt8] {
        let box = try AES.GCM.seal(key.bytes, using: archiveSealingKey)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens the key of an archive, or returns `nil` when it was sealed under another key or altered.
    func archiveKey(in sealed: [UInt8]) -> ArchiveKey? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: archiveSealingKey),
            bytes.count == ArchiveKey.byteCount
        else { return nil }
        return ArchiveKey(bytes: Array(bytes))
    }
}
