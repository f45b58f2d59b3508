import Glibc

extension Twin {
    /// Writes the twin into a new file that only its owner may read.
    ///
    /// - Throws: ``OutputError`` when the file cannot be written, or is there already: that may be the
    ///   export itself.
    public func write(to path: String) throws(OutputError) {
        let shown = ShownPath.text(of: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? OutputError.isThere(shown) : OutputError(path: shown)
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw OutputError(path: shown) }
            rest = rest.dropFirst(count)
        }
    }
}
