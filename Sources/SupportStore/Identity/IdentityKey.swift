import Crypto
import Diagnostics
import Glibc
import PupilSupport

/// The secret that turns personal codes into pseudonyms and seals the vault.
///
/// It lies in a file of its own with mode 0600 (esf.md, GDPR-2 and GDPR-3) and appears nowhere else.
struct IdentityKey: Sendable {
    private let key: SymmetricKey

    /// Reads the key of a state folder, making one when the store is new.
    ///
    /// - Throws: ``StoreError`` when the key is missing or unsafe.
    init(folder: String, isNewStore: Bool) throws(StoreError) {
        let path = Self.path(in: folder)
        if access(path, F_OK) != 0 {
            guard isNewStore else { throw .keyMissing(path: path) }
            try Self.create(path)
        }
        key = SymmetricKey(data: try Self.read(path))
    }

    /// The path of the key file of a state folder.
    static func path(in folder: String) -> String { "\(folder)/pumpurs.key" }

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

    /// Returns a value by which two names can be compared without being known.
    func nameKey(_ name: GivenName) -> Int {
        let code = authenticationCode(
            "pumpurs/name/v1\u{1F}\(name.givenName.lowercased())"
                + "\u{1F}\(name.familyName.lowercased())")
        return code.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Returns the key that seals the vault.
    var sealingKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("pumpurs/vault/v1".utf8),
            outputByteCount: 32)
    }

    private func authenticationCode(_ message: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key))
    }

    private static func create(_ path: String) throws(StoreError) {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw .inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private static func read(_ path: String) throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let words = String(cString: strerror(errno))
            throw .keyUnsafe(
                path: path,
                reason: errno == ELOOP
                    ? MessageText(lv: "tā ir saite", en: "it is a link")
                    : MessageText(lv: words, en: words))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .keyUnsafe(path: path, reason: .init(lv: "tā nav fails", en: "it is no file"))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw .keyUnsafe(
                path: path, reason: .init(lv: "to var lasīt citi", en: "others can read it"))
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .keyUnsafe(
                path: path,
                reason: .init(lv: "tā pieder citam", en: "it belongs to somebody else"))
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 32 else {
            throw .keyUnsafe(
                path: path, reason: .init(lv: "tā ir par īsu", en: "it is too short"))
        }
        bytes.removeSubrange(count...)
        guard Set(bytes).count > 1 else {
            throw .keyUnsafe(
                path: path,
                reason: .init(lv: "visi tās baiti ir vienādi", en: "all its bytes are equal"))
        }
        return bytes
    }
}
