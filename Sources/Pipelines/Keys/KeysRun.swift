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
        // An archive that does not open now would not open under the new key, with the old one gone.
        try store.checkArchiveOpens()
        var people = try store.keyedPeople(
            for: VaultPurpose(command: "keys rotate", purpose: "key everything anew"))
        people.contents = try contents()
        return try store.rotateKey(people, at: moment)
    }

    /// Writes the key of the archive into a file that is to be kept in other hands.
    ///
    /// - Returns: The first digits by which the key is told from others.
    /// - Throws: ``KeyProblem`` when the file is there, ``StoreError`` when it cannot be written.
    public func escrow(into path: String) throws -> String {
        try store.escrowArchiveKey(
            into: path,
            for: VaultPurpose(
                command: "keys escrow", purpose: "keep the key of the archive in other hands"))
    }

    /// Makes a new key in the place of a lost one, and finds out from the archive who the people are.
    ///
    /// Where the key of the archive is lost with it, that comes from other hands, or the files come from the
    /// inbox and are sealed anew. An archive that alone cannot be opened any more is mended likewise, and so is
    /// one of which files, or people, were left behind by an earlier recovery.
    ///
    /// - Parameters:
    ///   - inbox: The folder of the exports.
    ///   - escrow: The file that ``escrow(into:)`` wrote, or `nil`.
    ///   - mayLeaveShut: Whether files of the archive may stay shut.
    ///   - moment: Now, in seconds since 1970.
    /// - Throws: ``KeyProblem`` when nothing is lost, or files would stay shut that must not; ``StoreError``
    ///   when files cannot be written.
    public func recover(
        inbox: String, escrow: String?, leavingShut mayLeaveShut: Bool = false, at moment: Int
    ) throws -> KeyRecovery {
        let isIdentityLost = try store.isIdentityLost(
            for: VaultPurpose(command: "keys recover", purpose: "see what is lost"))
        let isAnythingShut = try store.isArchiveKeyLost || store.shutExports().count > 0
        let isSomebodyLost = try isIdentityLost || store.hasUnrecoveredPeople()
        guard isAnythingShut || isSomebodyLost else { throw store.nothingLost }
        var recovery =
            isAnythingShut
            ? try ArchiveOpening(
                store: store, inbox: inbox, escrow: escrow, mayLeaveShut: mayLeaveShut
            ).open(isIdentityLost: isIdentityLost) : KeyRecovery()
        recovery.unrecognisedErasures = try store.unrecognisedErasures()
        guard isSomebodyLost else {
            if try store.erasedPeople() != nil {
                recovery.erasedAgain = try erasedAgain(
                    among: store.keyedPeople(
                        for: VaultPurpose(
                            command: "keys recover", purpose: "see who was erased and came again")))
            }
            return recovery
        }
        var people = try ArchivedPeople(store: store, definitions: definitions).people()
        if !isIdentityLost {
            // Whom the vault knows stays known by it, though their files may be gone.
            var known = try store.keyedPeople(
                for: VaultPurpose(command: "keys recover", purpose: "key everything anew"))
            guard known.complete(from: people) > 0 else {
                recovery.stillUnnamed = try store.unrecoveredPeople()
                if isAnythingShut { return recovery }
                throw store.nothingLost
            }
            people = known
        }
        people.contents = try contents()
        recovery.erasedAgain = try erasedAgain(among: people)
        try store.synchronize(
            schools: definitions.municipality.schools, vocabularies: definitions.vocabularies)
        let importer = FileImporter(judging: store, definitions: definitions)
        recovery.change = try store.recoverKey(people, at: moment) { touched, judging in
            if !touched.isEmpty { try importer.judge(touched, by: judging) }
        }
        return recovery
    }

    /// Returns the tickets of those among people who were erased and came again.
    private func erasedAgain(among people: KeyedPeople) throws -> [String] {
        guard let erased = try store.erasedPeople() else { return [] }
        let tickets = (people.identities[.pupil] ?? [:]).values.compactMap { person in
            erased.ticket(of: PersonIdentifier(scope: person.scope, text: person.text), .pupil)
        }
        return Set(tickets).sorted()
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
