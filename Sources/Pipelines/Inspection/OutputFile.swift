import Foundation
import Glibc
import SupportStore

/// A file that is written beside its place and put there when it is whole.
final class OutputFile {
    private let path: String
    private let shownPath: String
    private let fresh: String
    private let descriptor: Int32
    private var isFinished = false

    /// Begins a file; the one that is there stays until this one is whole.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - shownPath: The path as a message may show it.
    ///   - mode: Who can read the file.
    init(_ path: String, shownAs shownPath: String, mode: mode_t = 0o600) throws(OutputError) {
        self.path = path
        self.shownPath = shownPath
        let parent = PathParts.folder(of: path)
        guard let begun = UnfinishedFile.open(in: parent.isEmpty ? "." : parent) else {
            throw OutputError(path: shownPath)
        }
        (fresh, descriptor) = begun
        TemporaryPaths.begin(fresh)
        fchmod(descriptor, mode)
    }

    /// Appends bytes.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputError(path: shownPath) }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts the file in its place.
    func finish() throws(OutputError) {
        guard fsync(descriptor) == 0, rename(fresh, path) == 0 else {
            throw OutputError(path: shownPath)
        }
        isFinished = true
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(fresh) }
        TemporaryPaths.end(fresh)
    }
}
