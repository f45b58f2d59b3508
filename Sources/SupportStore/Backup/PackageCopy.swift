import Foundation
import Glibc

/// Copies the folder of the packages and yearly reports into a backup.
///
/// A package is verified with its rights, which say what of it is public; so they stay, within a copy that
/// only its owner can look into.
enum PackageCopy {
    /// The name of the folder within a copy of a state.
    static let folderName = "submissions"

    /// Copies the folder.
    ///
    /// - Returns: The number of files; 0 where there is no such folder.
    /// - Throws: ``StoreError`` when it cannot be read or written, or holds what is no file.
    static func copy(_ source: String, into copy: String) throws(StoreError) -> Int {
        var status = stat()
        guard stat(source, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return 0 }
        return try copyFolder(source, to: "\(copy)/\(folderName)", mode: 0o700)
    }

    private static func copyFolder(
        _ source: String, to target: String, mode: mode_t
    ) throws(StoreError) -> Int {
        try FileCopy.makeFolder(target)
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: source) } catch {
            throw .inaccessible(path: source, reason: .system(errno))
        }
        var count = 0
        // What is being written beside its place is no package yet.
        for name in names.sorted() where !name.hasPrefix(".") {
            let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
            var status = stat()
            guard lstat(from, &status) == 0 else {
                throw .inaccessible(path: from, reason: .system(errno))
            }
            // Nobody but the owner may write a copy, whoever could write the package.
            let rights = status.st_mode & 0o755
            if status.st_mode & S_IFMT == S_IFDIR {
                count += try copyFolder(from, to: to, mode: rights)
            } else {
                try FileCopy.copy(from, to: to, mode: rights & 0o644)
                count += 1
            }
        }
        chmod(target, mode)
        return count
    }
}
