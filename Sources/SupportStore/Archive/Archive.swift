import Foundation
import Glibc

/// The files that a store rests on, each under the fingerprint of its bytes, readable by the owner only.
///
/// There are two kinds. *Exports* are what the schools sent; they hold personal data and lie sealed, under
/// `<fingerprint>.sealed` (decision 0023). *Documents* – definitions, the files of sealed reports – hold none
/// and lie in clear, under their fingerprint.
///
/// What is in the archive is never changed, for the past is made again from it; but the records of a person
/// who is erased are blanked, and a note then leads from a fingerprint to the bytes of now (``FileRekeying``).
public struct Archive: Sendable {
    let folder: String
    let keyring: ArchiveKeyring

    /// Names the archive of a state folder; it need not be there.
    ///
    /// - Parameter identity: Returns the key of the store, when a sealed file is asked for.
    init(
        stateFolder: String,
        identity: @escaping @Sendable () throws(StoreError) -> IdentityKey
    ) {
        folder = Self.folder(in: stateFolder)
        keyring = ArchiveKeyring(archive: folder, identity: identity)
    }

    /// Names the archive of a store that is only read; the key is looked for when a sealed file is asked for.
    ///
    /// - Parameters:
    ///   - folder: The folder of the store.
    ///   - place: Where the key lies.
    ///   - snapshot: A state of the store.
    public init(
        stateFolder folder: String, key place: KeyPlace, of snapshot: StoreSnapshot
    ) throws {
        let value = try IdentityKey.checkValue(in: snapshot.database)
        self.init(stateFolder: folder) { () throws(StoreError) -> IdentityKey in
            try IdentityKey(place, folder: folder, inForceFor: value)
                .checked(against: value, at: place.path(in: folder))
        }
    }

    /// The path of the archive of a state folder.
    static func folder(in state: String) -> String { "\(state)/archive" }

    /// Returns the path under which a file lies in clear, or would lie.
    func clearPlace(of sha256: [UInt8]) -> String {
        let name = Hexadecimal.text(sha256)
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    /// Returns the path under which a file lies sealed, or would lie.
    func sealedPlace(of sha256: [UInt8]) -> String {
        clearPlace(of: sha256) + SealedFormat.suffix
    }

    /// A file that lies in the archive.
    struct Item: Hashable {
        /// The fingerprint that it bears.
        let sha256: [UInt8]
        /// Whether it is sealed.
        let isSealed: Bool
    }

    /// Lists the files in the order of their names; notes, keys and what is being written are left out.
    func items() -> [Item] { names().compactMap { Self.item($0.name) } }

    /// The paths of what runs were writing that were killed; only whoever has the store's lock may ask.
    func leftovers() -> [String] {
        // The list of keys is written in the folder itself.
        let own = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return own.filter { $0.hasPrefix(".") }.map { "\(folder)/\($0)" }
            + names().filter { $0.name.hasPrefix(".") }.map { "\(folder)/\($0.part)/\($0.name)" }
    }

    private func names() -> [(part: String, name: String)] {
        let manager = FileManager.default
        let parts = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
        return parts.filter { $0.utf8.count == 2 }.sorted().flatMap { part in
            ((try? manager.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []).sorted()
                .map { (part, $0) }
        }
    }

    /// Returns what a name says of a file, or `nil` when it is the name of no file.
    static func item(_ name: String) -> Item? {
        let isSealed = name.hasSuffix(SealedFormat.suffix)
        let digits = isSealed ? String(name.dropLast(SealedFormat.suffix.count)) : name
        guard digits.utf8.count == 64, let sha256 = Hexadecimal.bytes(of: digits) else {
            return nil
        }
        return Item(sha256: sha256, isSealed: isSealed)
    }
}
