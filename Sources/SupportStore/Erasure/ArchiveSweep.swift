import Foundation
import GRDB
import Glibc

/// Looks through every file of the archive for what is left of a person.
public struct ArchiveSweep {
    /// What was found.
    public struct Outcome: Sendable {
        /// The number of files that no delivery needs and that were removed.
        public var removed = 0
        /// The names of files of the archive that hold it still: of definitions or of closed semesters.
        public var left: [String] = []
    }

    let store: SupportStore
    let needles: Needles

    /// Removes what a run that was cut off left, and looks at all that stays.
    func run() throws -> Outcome {
        var outcome = Outcome()
        let folder = store.archive.folder
        let needed = try needed()
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
            let name = (path as NSString).lastPathComponent
            let full = "\(folder)/\(path)"
            if name.hasPrefix(".") {
                // A file that is being written belongs to nobody: this run has the lock.
                var status = stat()
                if lstat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(full) }
                continue
            }
            guard let item = Archive.item(name), let bytes = bytes(of: item, at: full),
                !needles.hits(in: bytes).isEmpty
            else { continue }
            if needed.contains(item.sha256) {
                outcome.left.append(name)
            } else {
                unlink(full)
                outcome.removed += 1
            }
        }
        ScratchStore.removeLeftovers(
            in: PathParts.folder(of: store.path))
        return outcome
    }

    /// The plain bytes of a file; of a sealed one that does not open nobody can read any.
    private func bytes(of item: Archive.Item, at path: String) -> [UInt8]? {
        guard item.isSealed else {
            return FileManager.default.contents(atPath: path).map(Array.init)
        }
        guard let sealed = SealedFile(path), let key = try? store.archive.keyring.key() else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sealed.plainSize)
        let found = try? sealed.read(under: key) { (piece) throws(StoreError) in bytes += piece }
        return found == nil ? nil : bytes
    }

    /// The fingerprints of all files that something of the store leads to.
    private func needed() throws -> Set<[UInt8]> {
        let files = try store.pool.read { database in
            try Data.fetchAll(database, sql: "SELECT DISTINCT sha256 FROM delivery")
        }
        return try store.documents().union(
            files.map(Array.init).map { store.archive.rekeying(of: $0)?.current ?? $0 })
    }
}
