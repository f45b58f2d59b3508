import Crypto

/// A file of a package.
public struct PackageFile: Hashable, Sendable {
    /// The path below the package.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]
    /// Whom it is for.
    public let audience: PackageClass
    /// How many records it has, or `nil` where it has none.
    public let rows: Int?
    /// What describes its form.
    public let schema: String
    /// The fingerprint of the bytes.
    public let fingerprint: String

    /// Creates a file.
    public init(
        path: String, bytes: [UInt8], audience: PackageClass, rows: Int? = nil, schema: String = ""
    ) {
        self.path = path
        self.bytes = bytes
        self.audience = audience
        self.rows = rows
        self.schema = schema
        fingerprint = Self.fingerprint(of: bytes)
    }

    /// Returns the SHA-256 of bytes, 64 hexadecimal digits.
    public static func fingerprint(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The access rights of the file: what is public may be read by everybody, all else by its owner.
    public var mode: UInt32 { audience == .public ? 0o644 : 0o600 }
}

/// The list of fingerprints that coreutils verify with `sha256sum -c SHA256SUMS`.
public enum ChecksumList {
    /// The name of the file.
    public static let name = "SHA256SUMS"

    /// Returns the list of files, in the order of their paths.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - remark: A line before them, which coreutils leave aside, or `nil`.
    public static func text(
        of files: [(path: String, fingerprint: String)], remark: String? = nil
    ) -> [UInt8] {
        let head = remark.map { "# \($0)\n" } ?? ""
        let lines = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { "\($0.fingerprint)  \($0.path)\n" }
        return Array((head + lines.joined()).utf8)
    }
}
