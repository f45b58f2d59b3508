import Crypto
import Glibc

/// A sealed file that is open for reading.
struct SealedFile: ~Copyable {
    private let descriptor: Int32
    private let header: [UInt8]
    /// The number of bytes that it holds when it is sound.
    let plainSize: Int

    /// Opens a file, or returns `nil` when there is none, or none that was sealed.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let size = SealedFormat.plainSize(ofSealed: Int(status.st_size)),
            let header = DescriptorBytes.read(upTo: SealedFormat.headerBytes, from: descriptor),
            header.starts(with: SealedFormat.magic)
        else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        self.header = header
        plainSize = size
    }

    deinit { close(descriptor) }

    /// The tag of the key that it is sealed under.
    var tag: [UInt8] { Array(header[8..<16]) }

    /// Hands out the bytes piece by piece, once.
    ///
    /// - Parameter body: Receives the bytes; none of them may be used before the whole is known to be
    ///   what it should be.
    /// - Returns: The fingerprint of the bytes, or `nil` when a piece does not open or is missing.
    func read(
        under key: ArchiveKey, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
    ) throws(StoreError) -> [UInt8]? {
        guard tag == key.tag else { return nil }
        let fileKey = key.fileKey(salt: Array(header[16...]))
        let pieces = max(
            1, (plainSize + SealedFormat.pieceBytes - 1) / SealedFormat.pieceBytes)
        var fingerprint = Fingerprint()
        for number in 0..<pieces {
            guard let plain = piece(number, isLast: number == pieces - 1, under: fileKey) else {
                return nil
            }
            fingerprint.update(plain)
            let handed = plain.withUnsafeBytes { bytes in
                Result { () throws(StoreError) in try body(bytes) }
            }
            try handed.get()
        }
        // What came behind since its size was looked at is not part of it.
        return DescriptorBytes.read(upTo: 1, from: descriptor) == [] ? fingerprint.finalize() : nil
    }

    private func piece(_ number: Int, isLast: Bool, under key: SymmetricKey) -> [UInt8]? {
        let rest = plainSize - number * SealedFormat.pieceBytes
        let count = min(rest, SealedFormat.pieceBytes) + SealedFormat.authenticationBytes
        guard let sealed = DescriptorBytes.read(upTo: count, from: descriptor),
            sealed.count == count, let nonce = try? SealedFormat.nonce(number),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: sealed.dropLast(SealedFormat.authenticationBytes),
                tag: sealed.suffix(SealedFormat.authenticationBytes)),
            let plain = try? AES.GCM.open(
                box, using: key,
                authenticating: SealedFormat.authenticated(header, number, isLast: isLast))
        else { return nil }
        return Array(plain)
    }
}
