import Crypto
import Diagnostics
import Foundation
import Glibc
import PupilSupport

/// The secret that turns personal codes into pseudonyms and seals the vault.
///
/// It lies in a file of its own with mode 0600 (esf.md, GDPR-2 and GDPR-3) and appears nowhere else.
struct IdentityKey: Sendable {
    private let key: SymmetricKey
    /// The beginning of every authentication code; each goes on with a copy, for the key is worked in but once.
    private let authentication: HMAC<SHA256>
    /// The key that seals the vault.
    let sealingKey: SymmetricKey

    /// The first eight hexadecimal digits of the SHA-256 of the key's bytes.
    let identifier: String

    /// Reads the key of a state folder, making one when the store is new and the key's place is in it.
    ///
    /// An empty file is what a machine left that was cut off; where nobody was ever entered under it, a
    /// key takes its place. A key whose place was named is never made in passing: the name may be mistyped.
    ///
    /// - Throws: ``StoreError`` when the key is missing or unsafe.
    init(_ place: KeyPlace, folder: String, isNewStore: Bool) throws(StoreError) {
        let path = place.path(in: folder)
        if access(path, F_OK) != 0 {
            guard isNewStore else { throw .keyMissing(path: path) }
            guard place.origin == .state else { throw .keyNotMade(path: path) }
            try KeyFile(path).create(replacing: false)
        } else if isNewStore, place.origin == .state, KeyFile(path).isEmpty,
            !Self.hasVault(folder)
        {
            try KeyFile(path).create(replacing: true)
        }
        self.init(bytes: try KeyFile(path).read())
    }

    /// Reads the key of a file.
    ///
    /// - Throws: ``StoreError`` when it is unsafe.
    init(file path: String) throws(StoreError) { self.init(bytes: try KeyFile(path).read()) }

    init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
        authentication = HMAC<SHA256>(key: key)
        sealingKey = Self.derivedKey("pumpurs/vault/v1", of: key)
        identifier = Hexadecimal.text(SHA256.hash(data: bytes).prefix(4))
    }

    private static func hasVault(_ folder: String) -> Bool {
        access("\(folder)/vault.sqlite", F_OK) == 0
    }

    /// A value that tells whether two keys are the same, and nothing else of them.
    var checkValue: [UInt8] { Array(authenticationCode("pumpurs/key-check/v1").prefix(16)) }

    /// Returns the pseudonym of an identifier, 128 bits of its authentication code.
    ///
    /// - Parameters:
    ///   - role: `pupil` or `teacher`; the same code gives different pseudonyms in each.
    ///   - scope: What the text is unique within.
    ///   - text: The normalised identifier.
    func pseudonym(role: String, scope: String, text: String) -> [UInt8] {
        Array(authenticationCode("pumpurs/\(role)/v1\u{1F}\(scope)\u{1F}\(text)").prefix(16))
    }

    /// Returns the name by which a recipient knows a person, 32 hexadecimal digits.
    func recipientPseudonym(
        role: PersonRole, recipient: String, scope: String, text: String
    ) -> String {
        let domain = "pumpurs/\(role.rawValue)/\(recipient)/v1"
        return Hexadecimal.text(
            authenticationCode("\(domain)\u{1F}\(scope)\u{1F}\(text)").prefix(16))
    }

    /// Returns a value by which older programs knew somebody who was erased; see ``RecognitionKey``.
    func recognition(role: String, scope: String, text: String) -> [UInt8] {
        Array(authenticationCode("pumpurs/erased-\(role)/v1\u{1F}\(scope)\u{1F}\(text)").prefix(16))
    }

    /// Returns a value by which older programs knew the plan of somebody who was erased.
    func recognition(ofPlan number: String, school: String) -> [UInt8] {
        Array(authenticationCode("pumpurs/erased-plan/v1\u{1F}\(school)\u{1F}\(number)").prefix(16))
    }

    /// Returns a value by which two names can be compared without being known.
    func nameKey(_ name: GivenName) -> Int {
        nameKey(givenName: name.givenName, familyName: name.familyName)
    }

    /// Returns a value by which two names can be compared without being known.
    func nameKey(givenName: String, familyName: String) -> Int {
        let code = authenticationCode(
            "pumpurs/name/v1\u{1F}\(givenName.lowercased())"
                + "\u{1F}\(familyName.lowercased())")
        return code.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Returns what all records of somebody without a good code have in common; `nil` when they say
    /// nothing of whom they mean.
    func identity(of person: UnidentifiedPerson) -> [UInt8]? {
        person.commonTexts.map { texts in
            let text = (["pumpurs/unidentified/v1"] + texts).joined(separator: "\u{1F}")
            return Array(authenticationCode(text).prefix(16))
        }
    }

    /// Returns a value by which two names can be compared, without regard to diacritics, without being
    /// known; `nil` when there is no name.
    func nameKey(_ name: FoldedName) -> Int? {
        guard !name.isEmpty else { return nil }
        return authenticationCode("pumpurs/folded-name/v1\u{1F}\(name.text)").prefix(8)
            .reduce(0) { $0 << 8 | Int($1) }
    }

    /// Returns a value by which the bytes of two records can be compared without being known.
    func contentKey(of bytes: [UInt8]) -> [UInt8] {
        let message = Array("pumpurs/content/v1\u{1F}".utf8) + bytes
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// The key that the key of the archive is sealed with.
    var archiveSealingKey: SymmetricKey { Self.derivedKey("pumpurs/archive-key/v1", of: key) }

    /// The key that what recognises the erased is sealed with.
    var recognitionSealingKey: SymmetricKey {
        Self.derivedKey("pumpurs/recognition-key/v1", of: key)
    }

    private static func derivedKey(_ purpose: String, of key: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32)
    }

    /// Seals texts, such as an identifier.
    func seal(_ texts: [String]) throws -> [UInt8] {
        var nonces = FreshNonces()
        return try seal(texts, nonces: &nonces)
    }

    /// Seals texts of which there are many.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - nonces: Gives the nonce; none is used twice.
    func seal(_ texts: [String], nonces: inout FreshNonces) throws -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(texts.reduce(texts.count) { $0 + $1.utf8.count })
        for (index, text) in texts.enumerated() {
            if index > 0 { plain.append(0x1F) }
            plain.append(contentsOf: text.utf8)
        }
        let box = try AES.GCM.seal(plain, using: sealingKey, nonce: try nonces.draw())
        // It has twelve bytes of nonce, so it is put together already.
        return box.combined.map(Array.init) ?? Array(box.nonce) + box.ciphertext + box.tag
    }

    /// Opens what ``seal(_:)`` sealed.
    func open(_ sealed: some DataProtocol) throws -> [String] {
        let plain = try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealingKey)
        return String(decoding: plain, as: UTF8.self)
            .split(separator: "\u{1F}" as Character, omittingEmptySubsequences: false)
            .map(String.init)
    }

    private func authenticationCode(_ message: String) -> [UInt8] {
        var code = authentication
        var message = message
        message.withUTF8 { code.update(data: UnsafeRawBufferPointer($0)) }
        // The bytes as they lie: an array of the code's elements would be made one by one.
        return code.finalize().withUnsafeBytes { Array($0) }
    }
}
