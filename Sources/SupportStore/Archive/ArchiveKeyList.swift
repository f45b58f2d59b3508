import Foundation
import Glibc

/// The file `archive/key.sealed`: the archive's key, sealed under each identity key that opens it.
///
/// Mostly that is one; while the identity key is changed there are two, so that whichever is in force when
/// the machine stops opens the archive.
struct ArchiveKeyList: Codable {
    /// The key as one identity key opens it.
    struct Entry: Codable {
        /// The identifier of the identity key.
        let identity: String
        /// The sealed key as hexadecimal text.
        let sealed: String
    }

    private(set) var entries: [Entry] = []
    /// The tags of earlier keys that were lost and given up, as hexadecimal text.
    private var lost: [String]?

    /// The name of the file within the archive.
    static let fileName = "key.sealed"

    /// What the name of a list ends with whose key was lost.
    static let lostSuffix = ".lost"

    /// Reads the list of an archive.
    ///
    /// - Returns: `nil` when there is none; a list without entries when it cannot be understood.
    init?(_ path: String) {
        guard access(path, F_OK) == 0 else { return nil }
        let data = FileManager.default.contents(atPath: path) ?? Data()
        guard let list = try? JSONDecoder().decode(Self.self, from: data) else { return }
        self = list
    }

    /// Creates a list without entries.
    init() {}

    /// Returns the archive's key as an identity key opens it, or `nil` when it opens none.
    func key(for identity: IdentityKey) -> ArchiveKey? {
        entries.lazy.filter { $0.identity == identity.identifier }
            .compactMap { Hexadecimal.bytes(of: $0.sealed).flatMap(identity.archiveKey) }.first
    }

    /// Lets an identity key open a key.
    mutating func admit(_ identity: IdentityKey, to key: ArchiveKey) throws {
        remove(identity.identifier)
        entries.append(
            Entry(
                identity: identity.identifier,
                sealed: Hexadecimal.text(try identity.seal(key))))
    }

    /// The tags of earlier keys that were lost and given up.
    var lostTags: Set<[UInt8]> { Set((lost ?? []).compactMap(Hexadecimal.bytes(of:))) }

    /// Notes which keys were given up.
    mutating func giveUp(_ tags: Set<[UInt8]>) {
        lost = tags.isEmpty ? nil : tags.map(Hexadecimal.text).sorted()
    }

    /// Takes the entry of an identity key away.
    mutating func remove(_ identifier: String) {
        entries.removeAll { $0.identity == identifier }
    }

    /// Takes all entries away but that of one identity key.
    ///
    /// - Returns: Whether anything was taken away; of a list without that entry nothing is.
    mutating func keepOnly(_ identifier: String) -> Bool {
        let kept = entries.filter { $0.identity == identifier }
        guard !kept.isEmpty, kept.count < entries.count else { return false }
        entries = kept
        return true
    }

    /// Writes the list, whole or not at all.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try PrivateFile.write(Array(try encoder.encode(self)) + [UInt8(ascii: "\n")], to: path)
    }

    /// Changes the list of an archive, where there is one.
    ///
    /// - Parameter change: Returns whether the list is to be written.
    /// - Throws: ``StoreError`` when it cannot be written.
    static func change(
        inArchive folder: String, _ change: (inout ArchiveKeyList) -> Bool
    ) throws(StoreError) {
        let path = "\(folder)/\(fileName)"
        guard var list = ArchiveKeyList(path), change(&list) else { return }
        do { try list.write(to: path) } catch { throw .error(error, path: path) }
    }
}
