import Foundation
import GRDB
public import PupilSupport

/// What a pupil answered to the questions that the law protects most (esf.md, GDPR-13).
public struct SensitiveAnswers: Hashable, Sendable {
    /// Whether the pupil is of a foreign background or a minority.
    public let foreignMinority: SensitiveAnswer
    /// Whether the pupil has a disability.
    public let disability: SensitiveAnswer
    /// Whether the pupil is otherwise disadvantaged.
    public let otherDisadvantaged: SensitiveAnswer
    /// The reference of the document that proves that the questions were asked; `nil` where none is given.
    public let evidenceReference: String?

    /// Creates answers.
    public init(
        foreignMinority: SensitiveAnswer = .notCollected,
        disability: SensitiveAnswer = .notCollected,
        otherDisadvantaged: SensitiveAnswer = .notCollected, evidenceReference: String? = nil
    ) {
        self.foreignMinority = foreignMinority
        self.disability = disability
        self.otherDisadvantaged = otherDisadvantaged
        self.evidenceReference = evidenceReference
    }

    init?(_ texts: [String]) {
        guard texts.count == 4, let first = SensitiveAnswer(rawValue: texts[0]),
            let second = SensitiveAnswer(rawValue: texts[1]),
            let third = SensitiveAnswer(rawValue: texts[2])
        else { return nil }
        self.init(
            foreignMinority: first, disability: second, otherDisadvantaged: third,
            evidenceReference: texts[3].isEmpty ? nil : texts[3])
    }

    var sealedTexts: [String] {
        [
            foreignMinority.rawValue, disability.rawValue, otherDisadvantaged.rawValue,
            evidenceReference ?? "",
        ]
    }
}

/// Answers with the record from which they came.
struct StoredAnswers: Sendable {
    let delivery: Int
    let byte: Int
    /// The number of the pupil in the store.
    let pupil: Int
    let answers: SensitiveAnswers

    /// The same answers as those of another number.
    func of(_ pupil: Int) -> StoredAnswers {
        StoredAnswers(delivery: delivery, byte: byte, pupil: pupil, answers: answers)
    }

    func insert(into table: String, of database: Database, sealedWith key: IdentityKey) throws {
        try database.cachedStatement(
            sql:
                "INSERT OR REPLACE INTO \(table) (delivery, byte, pupil, sealed) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [delivery, byte, pupil, Data(try key.seal(answers.sealedTexts))])
    }
}

extension IdentityVault {
    /// Seals answers.
    func seal(_ answers: [StoredAnswers], in database: Database) throws {
        for one in answers {
            try one.insert(into: "sensitiveAnswers", of: database, sealedWith: key)
        }
    }

    /// The numbers of the deliveries of which answers are sealed.
    func deliveriesOfAnswers() throws(StoreError) -> Set<Int> {
        do {
            return try database.read { database in
                try Int.fetchSet(
                    database.cachedStatement(sql: "SELECT DISTINCT delivery FROM sensitiveAnswers"))
            }
        } catch { throw .error(error, path: path) }
    }

    /// Removes the answers of deliveries.
    func removeAnswers(of deliveries: Set<Int>) throws(StoreError) {
        guard !deliveries.isEmpty else { return }
        let list = deliveries.sorted().map(String.init).joined(separator: ", ")
        do {
            try database.write { database in
                try database.execute(
                    sql: "DELETE FROM sensitiveAnswers WHERE delivery IN (\(list))")
            }
        } catch { throw .error(error, path: path) }
    }
}

extension SupportStore {
    /// Removes the answers of deliveries that are not in force: those whose place another took, and those
    /// of a delivery that was taken back.
    ///
    /// The vault is another file than the store, so this is done when the store has decided, and by
    /// whoever opens it next where that run was cut off.
    func removeStaleAnswers() throws {
        let sealed = try vault.deliveriesOfAnswers()
        guard !sealed.isEmpty else { return }
        let inForce = try pool.read { database in
            try Int.fetchSet(database, sql: "SELECT id FROM delivery WHERE supersededBy IS NULL")
        }
        try vault.removeAnswers(of: sealed.subtracting(inForce))
    }
}

extension VaultAccess {
    /// Opens the answers of all records that count, those of later deliveries last.
    func storedAnswers() throws -> [StoredAnswers] {
        try note("sensitive answers", rows: vault.count(of: "sensitiveAnswers"))
        do {
            let rows = try vault.database.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT * FROM sensitiveAnswers ORDER BY delivery, byte, pupil")
            }
            return try rows.compactMap { row in
                SensitiveAnswers(try vault.key.open(row["sealed"] as Data)).map { answers in
                    StoredAnswers(
                        delivery: row["delivery"], byte: row["byte"], pupil: row["pupil"],
                        answers: answers)
                }
            }
        } catch { throw StoreError.vaultError(error, path: vault.path) }
    }

    /// Opens what pupils answered to the questions that the law protects most.
    ///
    /// The latest delivery in force counts; records that are held back do not. Of linked people the one
    /// who stays has the answers.
    ///
    /// - Returns: The answers by the number of the pupil in the store.
    /// - Throws: ``StoreError`` when the log cannot be written or the vault cannot be read.
    public func sensitiveAnswers() throws -> [Int: SensitiveAnswers] {
        let stored = try storedAnswers()
        return try database.read { database in
            let inForce = try Int.fetchSet(
                database, sql: "SELECT id FROM delivery WHERE supersededBy IS NULL")
            let held = try database.cachedStatement(
                sql: "SELECT 1 FROM heldRecord WHERE delivery = ? AND byte = ?")
            let links = try Row.fetchAll(
                database, sql: "SELECT tombstone, person FROM samePerson WHERE role = 'pupil'")
            let persons = Dictionary(
                links.map { ($0["tombstone"] as Int, $0["person"] as Int) },
                uniquingKeysWith: { first, _ in first })
            var answers: [Int: SensitiveAnswers] = [:]
            for one in stored where inForce.contains(one.delivery) {
                let isHeld = try Row.fetchOne(held, arguments: [one.delivery, one.byte]) != nil
                if !isHeld { answers[persons[one.pupil] ?? one.pupil] = one.answers }
            }
            return answers
        }
    }
}
