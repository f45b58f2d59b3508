import Crypto
import Foundation
import PupilSupport

/// The secret by which somebody who was erased is known again when a later file names them.
///
/// Nothing is left of the erased from which their values could be keyed anew, so this key outlives a change of the
/// store's. It lies in the store, sealed under the store's key and under the archive's: either opens it.
struct RecognitionKey: Hashable, Sendable {
    /// The key itself.
    let bytes: [UInt8]

    /// Makes a new key.
    static func random() -> RecognitionKey { RecognitionKey(bytes: KeyFile.randomBytes()) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Opens a sealed key, or returns `nil` when it was sealed under another key.
    init?(_ sealed: [UInt8], under key: SymmetricKey) {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key)
        else { return nil }
        self.bytes = Array(bytes)
    }

    /// Seals the key.
    func sealed(under key: SymmetricKey) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Returns a value by which somebody is known again; no pseudonym can be compared with it.
    func recognition(of identifier: PersonIdentifier, role: PersonRole) -> [UInt8] {
        let domain = "pumpurs/erased-\(role.rawValue)/v2"
        return code(of: "\(domain)\u{1F}\(identifier.scope)\u{1F}\(identifier.text)")
    }

    /// Returns a value by which the plan of somebody is known again.
    func recognition(ofPlan number: String, school: String) -> [UInt8] {
        code(of: "pumpurs/erased-plan/v2\u{1F}\(school)\u{1F}\(number)")
    }

    private func code(of message: String) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(message.utf8), using: SymmetricKey(data: bytes))
        return Array(code.prefix(16))
    }
}

extension ArchiveKey {
    /// The key that what recognises the erased is sealed with.
    var recognitionSealingKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes),
            info: Array("pumpurs/recognition-key/v1".utf8), outputByteCount: 32)
    }
}
