import Extraction
import Glibc

/// Everything below a folder, listed without following a link to a folder, so that it always ends.
struct FolderWalk {
    /// What stands below the folder and is no folder.
    struct Entry {
        /// The path to open.
        let path: FilePath
        /// The path from the folder.
        let name: FilePath
        let kind: Kind
    }

    /// What an entry is.
    enum Kind: Hashable {
        /// A file, or a link to one.
        case file
        /// A link to a folder.
        case linkToFolder
        /// A link that leads to nothing, and the system's error.
        case brokenLink(code: Int32)
        /// A folder that cannot be listed, and the system's error.
        case closedFolder(code: Int32)
    }

    /// The entries, in the order of their names' bytes.
    let entries: [Entry]

    /// Lists a folder, or returns `nil` when it cannot be listed.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - isWanted: Whether an entry of this name, and what is below it, is listed.
    init?(folder: FilePath, where isWanted: ([UInt8]) -> Bool) {
        var entries: [Entry] = []
        var waiting = [(path: folder, name: FilePath(bytes: []))]
        while let next = waiting.popLast() {
            let code = Self.list(next.path) { name, kind in
                guard isWanted(name) else { return }
                let (path, name) = (next.path.appending(name), next.name.appending(name))
                if let kind {
                    entries.append(Entry(path: path, name: name, kind: kind))
                } else {
                    waiting.append((path, name))
                }
            }
            guard code != 0 else { continue }
            if next.name.bytes.isEmpty { return nil }
            entries.append(Entry(path: next.path, name: next.name, kind: .closedFolder(code: code)))
        }
        self.entries = entries.sorted { $0.name < $1.name }
    }

    /// Hands each entry of one folder to a body; a folder has no kind.
    ///
    /// - Returns: The system's error, or 0.
    static func list(_ folder: FilePath, _ body: ([UInt8], Kind?) -> Void) -> Int32 {
        guard let stream = folder.withCString(opendir) else { return errno }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else { return errno }
            let start =
                UnsafeRawPointer(entry)
                + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let name = start.assumingMemoryBound(to: CChar.self)
            let bytes = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            guard bytes != Array(".".utf8), bytes != Array("..".utf8) else { continue }
            body(bytes, kind(of: name, in: dirfd(stream)))
        }
    }

    /// Returns what an entry is, or `nil` for a folder.
    private static func kind(of name: UnsafePointer<CChar>, in folder: Int32) -> Kind? {
        var status = stat()
        // What cannot even be asked for is a file that cannot be read, and is named as such then.
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .file }
        if status.st_mode & S_IFMT == S_IFDIR { return nil }
        guard status.st_mode & S_IFMT == S_IFLNK else { return .file }
        guard fstatat(folder, name, &status, 0) == 0 else { return .brokenLink(code: errno) }
        return status.st_mode & S_IFMT == S_IFDIR ? .linkToFolder : .file
    }
}
