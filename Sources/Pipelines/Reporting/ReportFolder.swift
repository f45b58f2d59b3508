import CExchange
import Foundation
import Glibc
import SupportStore

/// Writes the files of a report so that a reader sees the old ones or the new ones, never half.
struct ReportFolder {
    /// The folder that holds the files.
    let path: String

    /// Replaces the files of the folder; a folder that holds these bytes already is left as it is.
    ///
    /// - Throws: ``OutputError`` when the folder cannot be written; its files are as before.
    func replace(with files: [(name: String, bytes: [UInt8])]) throws(OutputError) {
        let parent = (path as NSString).deletingLastPathComponent
        let prefix = ".\((path as NSString).lastPathComponent)-"
        removeLeftovers(in: parent, prefix: prefix)
        if holds(files) { return }
        let fresh = "\(parent)/\(prefix)\(getpid())"
        try? FileManager.default.removeItem(atPath: fresh)
        try Self.makeFolder(fresh, named: parent)
        defer { try? FileManager.default.removeItem(atPath: fresh) }
        for (name, bytes) in files { try write(bytes, to: "\(fresh)/\(name)") }
        try exchange(fresh, path)
        flush(parent)
    }

    /// Makes a folder and those above it.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - name: What an error calls it.
    static func makeFolder(_ path: String, named name: String) throws(OutputError) {
        let code = FolderMaker.make(path)
        guard code == 0 else {
            throw OutputError(path: name, reason: String(cString: strerror(code)))
        }
    }

    /// Removes what a run that was killed left half written.
    private func removeLeftovers(in parent: String, prefix: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)),
                kill(process, 0) != 0
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
        }
    }

    private func holds(_ files: [(name: String, bytes: [UInt8])]) -> Bool {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: path),
            Set(names) == Set(files.map(\.name))
        else { return false }
        return files.allSatisfy { name, bytes in
            manager.contents(atPath: "\(path)/\(name)").map(Array.init) == bytes
        }
    }

    private func write(_ bytes: [UInt8], to file: String) throws(OutputError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputError(path: file) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw OutputError(path: file) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw OutputError(path: file) }
    }

    /// Puts the fresh folder in the place of the old one in one step.
    private func exchange(_ fresh: String, _ old: String) throws(OutputError) {
        if cexchange_paths(fresh, old) == 0 { return }
        guard errno == ENOENT || errno == EINVAL else { throw OutputError(path: old) }
        if rename(fresh, old) != 0 { throw OutputError(path: old) }
    }

    private func flush(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
