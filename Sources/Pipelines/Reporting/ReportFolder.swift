import CExchange
import Extraction
import Foundation
import Glibc
import Reports
import SupportStore

/// Writes the files of a report so that a reader sees the old ones or the new ones, never half.
struct ReportFolder {
    /// The folder that holds the files.
    let path: String
    /// Whether everybody may read them, or the owner alone.
    var isForEverybody = false

    private var fileMode: mode_t { isForEverybody ? 0o644 : 0o600 }

    /// Makes a folder in which some things are for everybody, so that everybody can look into it.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - output: The folder above it, to which the same applies.
    static func open(_ folder: String, below output: String) throws(OutputError) {
        try makeFolder(folder, named: folder)
        for path in [output, folder] {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o7777 == 0o700 else { continue }
            chmod(path, 0o755)
        }
    }

    /// Replaces the files of the folder; a folder that holds these bytes already is left as it is.
    ///
    /// What somebody else put into the folder, such as notes, stays in it.
    ///
    /// - Throws: ``OutputError`` when the folder cannot be written; its files are as before.
    func replace(with files: [(name: String, content: ReportContent)]) throws(OutputError) {
        try checkPlace()
        let above = PathParts.folder(of: path)
        let parent = above.isEmpty ? "." : above
        let prefix = ".\((path as NSString).lastPathComponent)-"
        let own = Set(files.map(\.name))
        removeLeftovers(in: parent, prefix: prefix, own: own)
        if holds(files) { return }
        let fresh = "\(parent)/\(prefix)\(getpid())"
        try Self.makeFolder(fresh, named: parent)
        TemporaryPaths.begin(fresh)
        defer { TemporaryPaths.end(fresh) }
        if isForEverybody { chmod(fresh, 0o755) }
        do {
            try write(files, into: fresh)
            // From here on the fresh folder may hold what somebody put into the old one.
            TemporaryPaths.end(fresh)
            try exchange(fresh, path)
        } catch {
            remove(fresh, own: own)
            throw error
        }
        flush(parent)
        guard remove(fresh, own: own) else { throw OutputError(path: fresh) }
    }

    /// Makes sure that nothing but a folder is replaced: what a link leads to, or a file, is not ours.
    private func checkPlace() throws(OutputError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
        throw .isNoFolder(path)
    }

    /// Removes a folder that is no longer the report's; what the program did not write there moves into
    /// the report's folder, which may have none yet.
    ///
    /// - Parameters:
    ///   - own: The names of the files that the program writes.
    /// - Returns: Whether it is gone; a folder stays whose files have no other place to go.
    @discardableResult
    private func remove(_ folder: String, own: Set<String>) -> Bool {
        let target = FilePath(path)
        _ = FolderWalk.list(FilePath(folder)) { name, _ in
            if let text = String(validating: name, as: UTF8.self), own.contains(text) {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(text)")
                return
            }
            target.appending(name).withCString { new in
                // Where the report's folder has such a file too, this one stays where it is.
                guard faccessat(AT_FDCWD, new, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { return }
                _ = FilePath(folder).appending(name).withCString { rename($0, new) }
            }
        }
        return rmdir(folder) == 0 || errno == ENOENT
    }

    /// Makes a folder and those above it.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - name: What an error calls it.
    static func makeFolder(_ path: String, named name: String) throws(OutputError) {
        let code = FolderMaker.make(path)
        guard code == 0 else {
            throw OutputError(path: name, reason: .system(code))
        }
    }

    /// Removes what a run that was killed left half written.
    private func removeLeftovers(in parent: String, prefix: String, own: Set<String>) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)),
                process == getpid() || kill(process, 0) != 0
            else { continue }
            remove("\(parent)/\(name)", own: own)
        }
    }

    /// Whether the folder of a semester holds files as they were published.
    static func holds(_ files: [PublishedFile], in folder: String) -> Bool {
        files.allSatisfy { file in
            let path = "\(folder)/\(ReportPlace.path(of: file.name))"
            return PublishedFile(name: file.name, path: path) == file
        }
    }

    private func holds(_ files: [(name: String, content: ReportContent)]) -> Bool {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: path),
            Set(names).isSuperset(of: files.map(\.name))
        else { return false }
        return files.allSatisfy { name, content in
            content.isHeld(by: "\(path)/\(name)")
        }
    }

    /// Writes files of a folder so that all are on the disk.
    ///
    /// They are asked for on the disk when all are written: one after the other, each would wait for the disk anew.
    private func write(
        _ files: [(name: String, content: ReportContent)], into folder: String
    ) throws(OutputError) {
        var written: [(path: String, descriptor: Int32)] = []
        defer { for (_, descriptor) in written { close(descriptor) } }
        for (name, content) in files {
            let path = "\(folder)/\(name)"
            let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw OutputError(path: path) }
            written.append((path, descriptor))
            guard fchmod(descriptor, fileMode) == 0 else { throw OutputError(path: path) }
            try content.forEachPiece { piece throws(OutputError) in
                try write(piece, to: descriptor, at: path)
            }
        }
        for (path, descriptor) in written {
            guard fsync(descriptor) == 0 else { throw OutputError(path: path) }
        }
    }

    private func write(
        _ piece: UnsafeRawBufferPointer, to descriptor: Int32, at path: String
    ) throws(OutputError) {
        var rest = piece[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw OutputError(path: path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts the fresh folder in the place of the old one in one step.
    private func exchange(_ fresh: String, _ old: String) throws(OutputError) {
        if cexchange_paths(fresh, old) == 0 { return }
        guard errno == ENOENT || errno == EINVAL else { throw OutputError(path: old) }
        if rename(fresh, old) != 0 { throw OutputError(path: old) }
    }

    private func flush(_ folder: String) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

extension ReportContent {
    /// Whether a file has these bytes and no others.
    fileprivate func isHeld(by path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            Int(status.st_size) == count
        else { return false }
        var isSame = true
        var room = [UInt8](repeating: 0, count: 1 << 16)
        forEachPiece { piece in
            var rest = piece[...]
            while isSame, !rest.isEmpty {
                let wanted = rest.prefix(room.count)
                let count = read(descriptor, &room, wanted.count)
                isSame = count > 0 && Self.areSame(wanted, room, count)
                rest = rest.dropFirst(max(count, 0))
            }
        }
        return isSame
    }

    private static func areSame(
        _ first: Slice<UnsafeRawBufferPointer>, _ second: [UInt8], _ count: Int
    ) -> Bool {
        guard let start = UnsafeRawBufferPointer(rebasing: first).baseAddress else { return true }
        return memcmp(start, second, count) == 0
    }
}
