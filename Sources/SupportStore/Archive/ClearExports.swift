import Foundation
import GRDB
import Glibc

extension SupportStore {
    /// The fingerprints of the documents of the archive: what was sealed of closed semesters, and all
    /// definitions.
    func documents() throws -> Set<[UInt8]> {
        let definitions = try pool.read { database in
            try Data.fetchAll(database, sql: "SELECT DISTINCT sha256 FROM definitionFile")
        }
        let sealed = try seals().flatMap { seal in
            [seal.figures] + seal.files.compactMap { Hexadecimal.bytes(of: $0.sha256) }
        }
        return Set(definitions.map(Array.init) + sealed).union(runs.definitionFingerprints)
    }

    /// The fingerprints of exports that lie in clear, as an older program left them.
    ///
    /// Whatever is no document counts, that of a run included that was cut off before it was loaded.
    func clearExports() throws -> [[UInt8]] {
        let clear = archive.items().filter { !$0.isSealed }.map(\.sha256)
        guard !clear.isEmpty else { return [] }
        let documents = try documents()
        return clear.filter { !documents.contains($0) }
    }

    /// Seals the exports that an older program left in clear, and removes what was being written when a run
    /// was killed.
    ///
    /// A clear file goes when the sealed one is on the disk, so a run that is killed leaves each of them
    /// readable; the next one goes on. One that is not what was accepted stays, until it was kept again.
    ///
    /// - Throws: ``StoreError`` when the archive cannot be written.
    public func sealClearExports() throws {
        for path in archive.leftovers() { unlink(path) }
        for sha256 in try clearExports() {
            if !archive.isSound(Archive.Item(sha256: sha256, isSealed: true)) {
                guard let file = archive.openedClear(sha256),
                    try file.withDescriptor({ descriptor in
                        lseek(descriptor, 0, SEEK_SET)
                        return try archive.seal(sha256) {
                            guard
                                let piece = DescriptorBytes.read(
                                    upTo: SealedFormat.pieceBytes, from: descriptor)
                            else { throw Archive.ReadFailure(code: errno) }
                            return piece
                        }
                    })
                else { continue }
            }
            let place = archive.clearPlace(of: sha256)
            unlink(place)
            PrivateFile.flushFolder(of: place)
        }
    }
}

extension Archive {
    /// Whether a file is sound, whatever lies beside it in the other form.
    func isSound(_ item: Item) -> Bool {
        item.isSealed ? isSoundSealed(item.sha256) : isSoundDocument(item.sha256)
    }

    private func isSoundSealed(_ sha256: [UInt8]) -> Bool {
        guard let sealed = SealedFile(sealedPlace(of: sha256)), let key = try? keyring.key() else {
            return false
        }
        return (try? sealed.read(under: key) { (_) throws(StoreError) in }) == sha256
    }
}
