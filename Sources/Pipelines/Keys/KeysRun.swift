import Extraction
import Normalization
import PupilSupport
public import SupportStore

/// Changes the key of a store, with what its archive tells.
public struct KeysRun {
    private let store: SupportStore
    private let definitions: Definitions

    /// Prepares a change.
    ///
    /// - Parameters:
    ///   - store: The store; after the change it is good for nothing but the end of the run.
    ///   - definitions: The definitions, as which archived files are read.
    public init(store: SupportStore, definitions: Definitions) {
        self.store = store
        self.definitions = definitions
    }

    /// Puts a new key in the place of the store's.
    ///
    /// - Throws: ``KeyProblem`` when the vault lacks somebody, ``StoreError`` when files cannot be written.
    public func rotate(at moment: Int) throws -> KeyChangeResult {
        var people = try store.keyedPeople(
            for: VaultPurpose(command: "keys rotate", purpose: "key everything anew"))
        people.contents = try contents()
        return try store.rotateKey(people, at: moment)
    }

    /// Makes a new key in the place of a lost one, and finds out from the archive who the people are.
    ///
    /// - Throws: ``KeyProblem`` when nothing is lost, ``StoreError`` when files cannot be written.
    public func recover(at moment: Int) throws -> KeyChangeResult {
        try store.checkIsLost(
            for: VaultPurpose(command: "keys recover", purpose: "see what is lost"))
        let reading = ArchivedPeople(store: store, definitions: definitions)
        var people = try reading.people()
        people.contents = try contents()
        return try store.recoverKey(people, at: moment)
    }

    /// Reads from the archive what was accepted with warnings; what cannot be read is left out.
    private func contents() throws -> [Int: [UInt8]] {
        let places = Dictionary(grouping: try store.acknowledgedPlaces(), by: \.sha256)
        let records = ArchivedRecords(archive: store.archive, definitions: definitions)
        var contents: [Int: [UInt8]] = [:]
        for (sha256, places) in places {
            let wanted = Set(places.compactMap(\.place))
            let sources =
                wanted.isEmpty
                ? [:]
                : (try? records.sources(
                    of: wanted, in: sha256, named: places.first?.fileName ?? "")) ?? [:]
            for place in places {
                // Of a whole file its fingerprint is what was accepted.
                contents[place.id] = place.place.map { sources[$0]?.bytes } ?? sha256
            }
        }
        return contents
    }
}
