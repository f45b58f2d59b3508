public import Diagnostics
import Foundation
import Glibc
import PupilSupport

/// A package as it lies on the disk, read once: every file with its bytes and its access rights.
public struct PackageFolder: Sendable {
    /// Something in the folder.
    public struct Entry: Hashable, Sendable {
        /// The path below the package.
        public let path: String
        /// Whether it is a folder.
        public let isFolder: Bool
        /// Whether it is neither a file nor a folder, such as a link.
        public let isStrange: Bool
        /// Whether it is a symbolic link.
        public let isLink: Bool
        /// The access rights, the last twelve bits.
        public let mode: UInt32
        /// The number of its owner.
        public let owner: UInt32
        /// The bytes of a file.
        public let bytes: [UInt8]
    }

    /// The path of the package.
    public let path: String
    /// The name of its folder.
    public let name: String
    /// The access rights of the folder itself.
    public let mode: UInt32
    /// The owner of the folder itself.
    public let owner: UInt32
    /// What is in it, in the order of paths.
    public let entries: [Entry]

    /// Why a package cannot be read.
    public struct Unreadable: Error, Hashable, Sendable {
        /// The path.
        public let path: String
        /// What the system says.
        public let reason: MessageText
        /// Whether a symbolic link lies where the folder should.
        public var isLink = false
    }

    /// Reads a package.
    ///
    /// - Throws: ``Unreadable`` when there is no such folder or something in it cannot be read.
    public init(path: String) throws(Unreadable) {
        let standard = URL(fileURLWithPath: path).standardizedFileURL.path
        var status = stat()
        guard lstat(standard, &status) == 0 else { throw Self.unreadable(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw Unreadable(
                path: path, reason: .system(ENOTDIR, words: String(cString: strerror(ENOTDIR))),
                isLink: status.st_mode & S_IFMT == S_IFLNK)
        }
        self.path = standard
        name = URL(fileURLWithPath: standard).lastPathComponent
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        var entries: [Entry] = []
        try Self.read(standard, below: "", into: &entries)
        self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The file at a path, or `nil`.
    public func file(_ path: String) -> Entry? {
        entries.first { $0.path == path && !$0.isFolder && !$0.isStrange }
    }

    /// What is said of a file that should be at a path and cannot be read from there.
    func lack(of path: String) -> LocalizedText {
        switch entries.first(where: { $0.path == path }) {
        case nil: LocalizedText(lv: "faila nav", en: "the file is not there")
        case let entry? where entry.isLink:
            LocalizedText(
                lv: "tur ir simboliska saite, nevis fails; pakotnē jābūt pašam failam",
                en: "a symbolic link is there and no file; a package must hold the file itself")
        case let entry? where entry.isFolder:
            LocalizedText(
                lv: "tur ir mape, nevis fails", en: "a folder is there and no file")
        default:
            LocalizedText(lv: "tas nav parasts fails", en: "it is no regular file")
        }
    }

    /// Whether the package holds these very files and no others.
    public func holds(_ files: [PackageFile]) -> Bool {
        let own = entries.filter { !$0.isFolder }
        guard own.count == files.count else { return false }
        let expected = Dictionary(
            files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        return own.allSatisfy { expected[$0.path] == $0.bytes }
    }

    /// The claims of the package, or `nil` where they cannot be read: that is not the same as none.
    public var claims: [Claim]? {
        guard let file = file(Claim.table.path) else { return nil }
        return try? TableText.records(file.bytes, of: Claim.self, withIdentifiers: false)
    }

    /// The rows of the public part; none where they cannot be read.
    public var publicRows: [PublicRow] {
        guard let file = file(PublicRow.table.path) else { return [] }
        return (try? TableText.records(file.bytes, of: PublicRow.self, withIdentifiers: false))
            ?? []
    }

    private static func unreadable(_ path: String) -> Unreadable {
        Unreadable(path: path, reason: .system(errno, words: String(cString: strerror(errno))))
    }

    private static func read(
        _ folder: String, below prefix: String, into entries: inout [Entry]
    ) throws(Unreadable) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw unreadable(folder)
        }
        for name in names {
            let place = "\(folder)/\(name)"
            var status = stat()
            guard lstat(place, &status) == 0 else { throw unreadable(place) }
            let kind = status.st_mode & S_IFMT
            var bytes: [UInt8] = []
            if kind == S_IFREG {
                guard let data = FileManager.default.contents(atPath: place) else {
                    throw unreadable(place)
                }
                bytes = Array(data)
            }
            entries.append(
                Entry(
                    path: prefix + name, isFolder: kind == S_IFDIR,
                    isStrange: kind != S_IFREG && kind != S_IFDIR, isLink: kind == S_IFLNK,
                    mode: status.st_mode & 0o7777,
                    owner: status.st_uid, bytes: bytes))
            if kind == S_IFDIR {
                try read(place, below: "\(prefix)\(name)/", into: &entries)
            }
        }
    }
}
