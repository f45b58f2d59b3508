import Glibc

extension Archive {
    /// Keeps a document, which holds nothing of any person, in clear.
    ///
    /// - Returns: The fingerprint of its bytes.
    /// - Throws: ``StoreError`` when the archive cannot be written.
    func keepDocument(_ bytes: [UInt8]) throws -> [UInt8] {
        let sha256 = Fingerprint.of(bytes)
        if !isSoundDocument(sha256) { try PrivateFile.write(bytes, to: clearPlace(of: sha256)) }
        return sha256
    }

    /// Keeps documents; each waits for the disk when it is kept by itself.
    ///
    /// - Throws: ``StoreError`` when the archive cannot be written.
    func keepDocuments(_ documents: [[UInt8]]) throws {
        // Two of the same bytes are one.
        let known = Dictionary(
            documents.map { (Fingerprint.of($0), $0) },
            uniquingKeysWith: { first, _ in first })
        let missing = known.filter { !isSoundDocument($0.key) }
        try PrivateFile.write(missing.map { (clearPlace(of: $0.key), $0.value) })
    }

    /// Returns the path under which a document lies, or would lie.
    public func documentPath(of sha256: [UInt8]) -> String { clearPlace(of: sha256) }

    /// Whether the archive has a document, and its bytes are still those of its name.
    public func isSoundDocument(_ sha256: [UInt8]) -> Bool { openedClear(sha256) != nil }

    /// Opens a file that lies in clear, or returns `nil` when its bytes are not those of its name.
    func openedClear(_ sha256: [UInt8]) -> OpenedFile? {
        let descriptor = open(
            clearPlace(of: sha256), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        let file = OpenedFile(descriptor: descriptor)
        return file.fingerprint() == sha256 ? file : nil
    }
}
