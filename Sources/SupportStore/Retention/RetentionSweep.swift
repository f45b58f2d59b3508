import Foundation
import GRDB
import Glibc
public import PupilSupport

/// What is removed because its time is over, by class and count.
public struct RetentionSweep: Hashable, Sendable {
    /// The entries of the vault: names and codes.
    public var identifiers = 0
    /// The archived copies of exports.
    public var copies = 0
    /// The records of runs.
    public var logs = 0

    /// Creates a sweep of nothing.
    public init() {}

    /// Whether nothing is removed.
    public var isEmpty: Bool { identifiers + copies + logs == 0 }

    /// The number of entries of the vault that sweeps took away.
    static func removedIdentifiers(in database: Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT COALESCE(SUM(identifiers), 0) FROM retentionSweep") ?? 0
    }

    /// Whether the vault was emptied by rule, so that an empty one is no loss.
    static func hasRemovedIdentifiers(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM retentionSweep WHERE identifiers > 0)")
            ?? false
    }
}

/// What a sweep is to remove.
public struct RetentionWish: Sendable {
    /// Whether the entries of the vault go.
    public let removesIdentifiers: Bool
    /// Whether the archived copies of exports go.
    public let removesCopies: Bool
    /// The records of runs that began before this moment go, or `nil` for none.
    public let removesLogsBefore: Int?

    /// Creates a wish.
    public init(removesIdentifiers: Bool, removesCopies: Bool, removesLogsBefore: Int?) {
        self.removesIdentifiers = removesIdentifiers
        self.removesCopies = removesCopies
        self.removesLogsBefore = removesLogsBefore
    }
}

extension SupportStore {
    /// Counts what a sweep would remove; nothing is changed.
    public func sweep(for wish: RetentionWish) throws -> RetentionSweep {
        var sweep = RetentionSweep()
        if wish.removesIdentifiers { sweep.identifiers = try PersonVault(self, for: nil).count() }
        if wish.removesCopies { sweep.copies = try sentFiles().count }
        if let moment = wish.removesLogsBefore { sweep.logs = try runFiles(before: moment).count }
        return sweep
    }

    /// Removes what a sweep removes, and keeps what it was.
    ///
    /// It is entered first, so that a run that is cut off has not emptied a vault that then seems lost;
    /// running it again removes the rest.
    ///
    /// - Parameters:
    ///   - wish: What goes.
    ///   - day: The day by which its time is over.
    ///   - author: Who answers for it.
    ///   - systemUser: The user of the system.
    ///   - moment: Now, in seconds since 1970.
    public func apply(
        _ wish: RetentionWish, asOf day: CivilDate, author: String, systemUser: String,
        at moment: Int
    ) throws -> RetentionSweep {
        let sweep = try sweep(for: wish)
        guard !sweep.isEmpty else { return sweep }
        let files = wish.removesCopies ? try sentFiles() : []
        try change { database, run in
            try database.execute(
                sql: """
                    INSERT INTO retentionSweep
                        (sweptAt, asOf, systemUser, author, identifiers, copies, logs, run)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    moment, day.storedValue, systemUser, author, sweep.identifiers, sweep.copies,
                    sweep.logs, run,
                ])
            for file in files {
                try RekeyedFiles.enter(
                    file, previous: archive.rekeying(of: file)?.current ?? file, current: nil,
                    cause: .retention, places: [], erasure: nil, in: database)
            }
        }
        try followRekeyedFiles()
        if let moment = wish.removesLogsBefore {
            for path in try runFiles(before: moment) { unlink(path) }
        }
        if wish.removesIdentifiers {
            let vault = try PersonVault(self, for: nil)
            try vault.deleteAll()
            try compact(vault)
        }
        return sweep
    }

    /// The fingerprints of the exports of which the archive has a copy.
    private func sentFiles() throws -> [[UInt8]] {
        try pool.read { database in
            try Data.fetchAll(
                database, sql: "SELECT DISTINCT sha256 FROM delivery ORDER BY sha256")
        }.map(Array.init).filter { archive.has($0) }
    }

    /// The paths of the records of runs that began before a moment.
    private func runFiles(before moment: Int) throws -> [String] {
        let folder = PathParts.folder(of: path) + "/runs"
        let numbers = try pool.read { database in
            Set(
                try Int.fetchAll(
                    database, sql: "SELECT id FROM run WHERE startedAt < ?", arguments: [moment]))
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            name.hasSuffix(".json") && Int(name.dropLast(5)).map(numbers.contains) == true
        }.map { "\(folder)/\($0)" }
    }
}

/// A sweep that was carried out.
public struct StoredSweep: Hashable, Sendable {
    /// When, in seconds since 1970.
    public let sweptAt: Int
    /// The day by which the time was over.
    public let asOf: CivilDate?
    /// Who answers for it.
    public let author: String
    /// What was removed.
    public let sweep: RetentionSweep
}

extension SupportStore {
    /// Returns the sweeps that were carried out, oldest first.
    public func sweeps() throws -> [StoredSweep] {
        try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM retentionSweep ORDER BY id").map { row in
                var sweep = RetentionSweep()
                sweep.identifiers = row["identifiers"]
                sweep.copies = row["copies"]
                sweep.logs = row["logs"]
                return StoredSweep(
                    sweptAt: row["sweptAt"], asOf: CivilDate(storedValue: row["asOf"]),
                    author: row["author"], sweep: sweep)
            }
        }
    }
}
