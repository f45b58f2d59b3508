import Crypto

/// How a sealed file is laid out, version 1.
///
/// A header – seven letters, the version, the tag of the archive's key, 32 bytes of salt –, then pieces of
/// 1 MiB under AES-GCM, each with its 16 bytes of authentication. The nonce of a piece is its number;
/// the header, the number and whether it is the last are authenticated with it, so that a file that was cut
/// off, or of which pieces were moved or swapped with another's, does not open. A file without bytes has one
/// empty piece.
enum SealedFormat {
    static let magic = Array("PUMPURS".utf8) + [1]
    static let saltBytes = 32
    static let headerBytes = 48
    static let pieceBytes = 1 << 20
    static let authenticationBytes = 16
    /// What the name of a sealed file ends with.
    static let suffix = ".sealed"

    /// Returns the number of bytes that a file takes when it is sealed.
    static func size(ofPlain size: Int) -> Int {
        let pieces = max(1, (size + pieceBytes - 1) / pieceBytes)
        return headerBytes + size + pieces * authenticationBytes
    }

    /// Returns the number of bytes that a sealed file holds, or `nil` when no file is sealed to that size.
    static func plainSize(ofSealed size: Int) -> Int? {
        let whole = pieceBytes + authenticationBytes
        let body = size - headerBytes
        let pieces = max(1, (body + whole - 1) / whole)
        let plain = body - pieces * authenticationBytes
        return plain >= 0 && Self.size(ofPlain: plain) == size ? plain : nil
    }

    static func nonce(_ number: Int) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: [0, 0, 0, 0] + bytes(number))
    }

    static func authenticated(_ header: [UInt8], _ number: Int, isLast: Bool) -> [UInt8] {
        header + bytes(number) + [isLast ? 1 : 0]
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}

/// Seals the pieces of one file.
struct FileSealing {
    /// What stands before the first piece.
    let header: [UInt8]
    private let key: SymmetricKey
    private var number = 0

    init(under archiveKey: ArchiveKey) {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<SealedFormat.saltBytes).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        header = SealedFormat.magic + archiveKey.tag + salt
        key = archiveKey.fileKey(salt: salt)
    }

    /// Returns the next piece, sealed.
    mutating func seal(_ piece: [UInt8], isLast: Bool) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            piece, using: key, nonce: SealedFormat.nonce(number),
            authenticating: SealedFormat.authenticated(header, number, isLast: isLast))
        number += 1
        return Array(box.ciphertext) + Array(box.tag)
    }
}
