import Glibc

extension Archive {
    /// Makes sure that a file is what was accepted, before anything is read from it.
    ///
    /// - Throws: ``StoreError`` when its bytes are not those of its name.
    public func check(_ sha256: [UInt8]) throws(StoreError) {
        if let cause = removal(of: sha256) { throw .archiveRemoved(cause) }
        guard isSound(sha256) else { throw .archiveDamaged(path: path(of: sha256)) }
    }

    /// Whether the archive has a file of so many bytes; their hash is not looked at.
    ///
    /// What was blanked or removed is not asked for again.
    public func has(_ sha256: [UInt8], bytes: Int) -> Bool {
        if rekeying(of: sha256) != nil { return true }
        var status = stat()
        return lstat(path(of: sha256), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && Int(status.st_size) == bytes
    }

    /// Whether the archive has a file, and its bytes are still those of its name, or of its note.
    public func isSound(_ sha256: [UInt8]) -> Bool {
        let expected = rekeying(of: sha256)?.current ?? sha256
        let descriptor = open(place(of: expected), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var fingerprint = Fingerprint()
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return false }
            if count == 0 { break }
            block[..<count].withUnsafeBytes { fingerprint.update($0) }
        }
        return fingerprint.finalize() == expected
    }
}
