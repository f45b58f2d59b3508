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
            guard let sha256 = Hexadecimal.bytes(of: name), sha256.count == 32,
                let data = FileManager.default.contents(atPath: full),
                !needles.hits(in: Array(data)).isEmpty
            else { continue }
            if needed.contains(sha256) {
                outcome.left.append(name)
            } else {
                unlink(full)
                outcome.removed += 1
            }
        }
        ScratchStore.removeLeftovers(
            in: (store.path as NSString).deletingLastPathComponent)
        return outcome
    }

    /// The fingerprints of all files that something of the store leads to.
    private func needed() throws -> Set<[UInt8]> {
        var needed = Set(
            try store.seals().flatMap { seal in
                [seal.figures] + seal.files.compactMap { Hexadecimal.bytes(of: $0.sha256) }
            })
        let (definitions, files) = try store.pool.read { database in
            (
                try Data.fetchAll(database, sql: "SELECT DISTINCT sha256 FROM definitionFile"),
                try Data.fetchAll(database, sql: "SELECT DISTINCT sha256 FROM delivery")
            )
        }
        needed.formUnion(definitions.map(Array.init))
        needed.formUnion(
            files.map(Array.init).map { store.archive.rekeying(of: $0)?.current ?? $0 })
        return needed
    }
}
