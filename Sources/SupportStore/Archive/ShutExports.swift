import Foundation
import GRDB
import Glibc

/// The exports that lie sealed under another key than the archive's.
public struct ShutExports: Sendable {
    /// The fingerprints of those that are as they were sent, so that an inbox may have them.
    public internal(set) var asSent: Set<[UInt8]> = []
    /// The number of those from which records were blanked: no inbox has their bytes.
    public internal(set) var blanked = 0

    /// How many there are.
    public var count: Int { asSent.count + blanked }
}

extension Archive {
    /// Whether a sealed file is there that another key than the archive's opens.
    func isOfOtherKey(_ current: [UInt8]) -> Bool {
        guard let sealed = SealedFile(sealedPlace(of: current)) else { return false }
        return sealed.tag != (try? keyring.key())?.tag
    }

    /// Whether a sealed file is there whose key was lost and given up: it is whole, and nobody can read it.
    func isShut(_ current: [UInt8]) -> Bool {
        guard let sealed = SealedFile(sealedPlace(of: current)) else { return false }
        return sealed.tag != (try? keyring.key())?.tag && keyring.lostTags.contains(sealed.tag)
    }

    /// Whether the key of an export was lost and given up.
    public func isShutExport(_ sha256: [UInt8]) -> Bool {
        guard let rekeying = rekeying(of: sha256) else { return isShut(sha256) }
        return rekeying.current.map(isShut) ?? false
    }

    /// Notes that whatever is sealed under another key than this archive's is given up, until that is found.
    func giveUpOtherKeys() throws {
        let own = try keyring.key().tag
        let tags = items().filter(\.isSealed).compactMap {
            SealedFile(sealedPlace(of: $0.sha256))?.tag
        }
        try keyring.giveUp(Set(tags).subtracting([own]))
    }

    /// Seals anew under the archive's key what lies sealed under another one.
    ///
    /// - Returns: The number of files.
    func reseal(from other: ArchiveKey) throws -> Int {
        let own = try keyring.key()
        guard other.tag != own.tag else { return 0 }
        var count = 0
        for item in items() where item.isSealed {
            let place = sealedPlace(of: item.sha256)
            guard let sealed = SealedFile(place), sealed.tag == other.tag,
                let file = OpenedFile(inMemory: ())
            else { continue }
            let found = try sealed.read(under: other) { (bytes) throws(StoreError) in
                let code = file.append(bytes)
                guard code == 0 else {
                    throw .inaccessible(path: place, reason: .system(code))
                }
            }
            guard found == item.sha256 else { continue }
            let isSealed = try file.withDescriptor { descriptor in
                lseek(descriptor, 0, SEEK_SET)
                return try seal(item.sha256) {
                    guard
                        let piece = DescriptorBytes.read(
                            upTo: SealedFormat.pieceBytes, from: descriptor)
                    else { throw ReadFailure(code: errno) }
                    return piece
                }
            }
            if isSealed { count += 1 }
        }
        return count
    }
}

extension SupportStore {
    /// The exports that lie sealed under another key than the archive's; under any, where that is lost.
    ///
    /// - Parameter isGivenUp: Whether those count too whose key was given up before.
    public func shutExports(givenUp isGivenUp: Bool = true) throws -> ShutExports {
        let exports = try pool.read { database in
            try Data.fetchAll(database, sql: "SELECT DISTINCT sha256 FROM delivery").map(Array.init)
        }
        var shut = ShutExports()
        for sha256 in exports {
            let rekeying = archive.rekeying(of: sha256)
            guard let current = rekeying == nil ? sha256 : rekeying?.current,
                archive.isOfOtherKey(current), archive.openedClear(current) == nil,
                isGivenUp || !archive.isShut(current)
            else { continue }
            if rekeying == nil { shut.asSent.insert(sha256) } else { shut.blanked += 1 }
        }
        return shut
    }

    /// Notes that files which no key at hand opens are given up, until theirs is found.
    public func giveUpShutExports() throws { try archive.giveUpOtherKeys() }

    /// Opens files that stayed shut in an earlier recovery, by the key that was kept in other hands.
    ///
    /// - Parameter path: The file that ``escrowArchiveKey(into:for:)`` wrote.
    /// - Returns: The number of files that are sealed under the archive's key now.
    /// - Throws: ``KeyProblem/isNotOfArchive(path:)`` when nothing is sealed under it, ``StoreError`` when
    ///   others could know it.
    public func reopenExports(escrowedIn path: String) throws -> Int {
        let other = try escrowedKey(in: path)
        try sealRecognition(openedBy: other)
        return try archive.reseal(from: other)
    }
}
