import Foundation
import GRDB
public import PupilSupport

/// Somebody with a good code, with what the vault and the files in force say of them.
public struct KnownPerson: Sendable {
    /// How command lines name the person.
    public let reference: String
    /// The reference of the person who stays; the same unless this is a tombstone.
    public let survivor: String
    /// What the person is.
    public let role: PersonRole
    /// The identifier.
    public let identifier: PersonIdentifier
    /// The given name; empty where no file gives it.
    public let givenName: String
    /// The family name; empty where no file gives it.
    public let familyName: String
    /// The days of birth that files give.
    public let birthDates: Set<CivilDate>
    /// The codes of the schools whose files name the person.
    public let schools: Set<String>
    /// The classes in which the person is enrolled.
    public let classes: Set<Int>
}

/// Somebody whom held records name without a good code.
public struct UnidentifiedGroup: Sendable {
    /// How command lines name them.
    public let reference: String
    /// What they are.
    public let role: PersonRole
    /// What the records say, each spelling once.
    public let people: [UnidentifiedPerson]
    /// Where the records stand: the path of the file below the inbox, and the line.
    public let places: [(file: String, line: Int)]
}

/// Who is known, who is not, and who never is whom, at one moment.
public struct PeopleRegister: Sendable {
    /// The people with a good code, in the order of their references.
    public let known: [KnownPerson]
    /// Those whom held records name, in the order of the places.
    public let unidentified: [UnidentifiedGroup]
    let parts: Set<[String]>

    /// Whether it is decided that two are never the same.
    public func areParted(_ first: String, _ second: String) -> Bool {
        parts.contains([first, second]) || parts.contains([second, first])
    }
}

extension SupportStore {
    /// Opens the vault, and returns who is known and who is not.
    ///
    /// - Parameter purpose: What for; the access log keeps it.
    public func peopleRegister(for purpose: VaultPurpose) throws -> PeopleRegister {
        let vault = try openVault(for: purpose)
        let opened = try PersonRole.allCases.map { ($0, try vault.openIdentities(role: $0)) }
        let sealed = Dictionary(
            grouping: try vault.openUnidentified(), by: \.identity)
        return try pool.read { database in
            let decisions = try PeopleDecision.all(in: database)
            let reader = RegisterReader(
                database: database, decided: DecidedPeople(decisions), sealed: sealed)
            let known = try opened.flatMap { try reader.known($0, entries: $1) }
            return PeopleRegister(
                known: known.sorted { $0.reference < $1.reference },
                unidentified: try reader.unidentified(),
                parts: reader.parts(decisions))
        }
    }
}
