import Foundation
import Glibc

/// The folder in which exports arrive.
struct Inbox {
    /// A file of the inbox.
    struct File: Hashable, Sendable {
        /// The path to open.
        let path: String
        /// The path below the inbox, by which findings name the file.
        let name: String
    }

    /// The files, in the order of their paths, so that no run depends on the file system's order.
    ///
    /// Hidden files and notes for people (`*.md`) are not exports.
    let files: [File]

    /// Lists a folder, or returns `nil` when there is none.
    init?(folder: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue, let names = FileManager.default.subpaths(atPath: folder)
        else { return nil }
        files = names.filter { name in
            let parts = name.split(separator: "/")
            return !parts.contains { $0.hasPrefix(".") } && !name.lowercased().hasSuffix(".md")
        }
        .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        .map { File(path: "\(folder)/\($0)", name: $0) }
        .filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
