import Foundation
import Glibc

/// Who may read the files of a state (esf.md, GDPR-6).
public struct StateModes: Sendable {
    /// A file or folder that others than the owner may use, or that somebody else owns.
    public struct Fault: Hashable, Sendable {
        /// The path.
        public let path: String
        /// Whether it is a folder.
        public let isFolder: Bool
        /// Whether its mode is wider than 0600, of a folder than 0700.
        public let isWide: Bool
        /// Whether it belongs to somebody else than whoever runs the program.
        public let isOfSomebodyElse: Bool
    }

    /// What is wrong, in the order of the paths.
    public let faults: [Fault]

    /// Looks at every file and folder of a state.
    ///
    /// - Parameters:
    ///   - folder: The state folder.
    ///   - keyPath: The path of the key, which may belong to root.
    public init(stateFolder folder: String, keyPath: String) {
        // The packages of a copy have rights of their own, which say what of them is public.
        let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter {
            !$0.hasPrefix("\(PackageCopy.folderName)/")
        }
        faults = ([""] + names.sorted()).compactMap { name in
            let path = name.isEmpty ? folder : "\(folder)/\(name)"
            return Self.fault(of: path, mayBeOfRoot: path == keyPath)
        }
    }

    /// Makes sure that nobody but the owner may use the store and the vault.
    ///
    /// - Throws: ``StoreError/openToOthers(path:)``
    public static func check(stateFolder folder: String) throws(StoreError) {
        for database in ["pumpurs.sqlite", "vault.sqlite"] {
            for end in ["", "-wal", "-shm", "-journal"] {
                let path = "\(folder)/\(database)\(end)"
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
            }
        }
    }

    private static func fault(of path: String, mayBeOfRoot: Bool) -> Fault? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        let allowed: mode_t = isFolder ? 0o700 : 0o600
        let fault = Fault(
            path: path, isFolder: isFolder,
            isWide: !isLink && status.st_mode & 0o7777 & ~allowed != 0,
            isOfSomebodyElse: status.st_uid != geteuid() && !(mayBeOfRoot && status.st_uid == 0))
        return fault.isWide || fault.isOfSomebodyElse ? fault : nil
    }
}
