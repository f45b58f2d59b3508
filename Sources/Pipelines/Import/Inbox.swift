import Diagnostics
import Extraction
import Glibc
import Normalization
import SupportStore

/// The folder in which exports arrive.
struct Inbox {
    /// A file of the inbox.
    struct File: Hashable, Sendable {
        /// The path to open.
        let path: FilePath
        /// The path below the inbox, by which findings name the file.
        let name: String
        /// The fingerprint under which the archive has it, or `nil` for a file of a folder.
        ///
        /// Its bytes are then opened by ``Inbox/opened(_:)``, and are others where records were blanked since.
        var archived: [UInt8]?
    }

    /// Something in the inbox that cannot be read as a file, and why.
    struct Obstacle {
        let file: File
        let refusal: FileRefusal
    }

    /// The files, in the order of their paths, so that no run depends on the file system's order.
    ///
    /// Hidden files and notes for people (`*.md`) are not exports.
    let files: [File]
    /// Links that are not followed and folders that cannot be listed, in the order of their paths.
    let obstacles: [Obstacle]
    /// Where the files lie, when they lie in no folder.
    private let archive: Archive?

    /// Lists a folder, or returns `nil` when there is none.
    init?(folder: String) {
        let walk = FolderWalk(folder: FilePath(folder)) { name in
            name.first != UInt8(ascii: ".")
        }
        guard let walk else { return nil }
        var files: [File] = []
        var obstacles: [Obstacle] = []
        for entry in walk.entries where !Self.isNote(entry) {
            let file = File(path: entry.path, name: "\(entry.name)")
            if let refusal = Self.refusal(of: entry.kind) {
                obstacles.append(Obstacle(file: file, refusal: refusal))
            } else {
                files.append(file)
            }
        }
        self.files = files
        self.obstacles = obstacles
        archive = nil
    }

    /// Takes files of the archive for an inbox, each under the name that it was sent with.
    init(archived files: [ArchivedFile], in archive: Archive) {
        self.files = files.map { file in
            File(
                path: FilePath(archive.path(of: file.sha256)), name: file.name,
                archived: file.sha256)
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        obstacles = []
        self.archive = archive
    }

    /// Lends a file under a path at which it can be read.
    ///
    /// - Throws: ``StoreError`` when a file of the archive does not open, and what the body throws.
    func opened<Result>(_ file: File, _ body: (File) throws -> Result) throws -> Result {
        guard let archive, let sha256 = file.archived else { return try body(file) }
        let content = try archive.opened(sha256)
        return try withExtendedLifetime(content) {
            try body(
                File(path: FilePath(content.path), name: file.name, archived: file.archived))
        }
    }

    private static func isNote(_ entry: FolderWalk.Entry) -> Bool {
        if case .closedFolder = entry.kind { return false }
        return String(decoding: entry.name.bytes.suffix(3), as: UTF8.self).lowercased() == ".md"
    }

    private static func refusal(of kind: FolderWalk.Kind) -> FileRefusal? {
        switch kind {
        case .file: nil
        case .linkToFolder:
            FileRefusal(
                FileRules.unusableLink,
                details: ["reason.lv": "tā ved uz mapi", "reason.en": "it leads to a folder"])
        case .brokenLink(ENOENT):
            FileRefusal(
                FileRules.unusableLink,
                details: ["reason.lv": "tā nekur neved", "reason.en": "it leads nowhere"])
        case .brokenLink(ELOOP):
            FileRefusal(
                FileRules.unusableLink,
                details: ["reason.lv": "tā ved pa apli", "reason.en": "it leads round in a circle"])
        case .brokenLink(let code):
            FileRefusal(FileRules.unusableLink, details: words(code))
        case .closedFolder(let code):
            FileRefusal(FileRules.closedFolder, details: words(code))
        }
    }

    private static func words(_ code: Int32) -> [String: String] {
        let reason = MessageText.system(code)
        return ["reason.lv": reason.lv, "reason.en": reason.en]
    }
}
