import Foundation
import GRDB

/// That somebody asked for a person to be erased, and what came of it; nothing of whom.
public struct ErasureRequest: Hashable, Sendable, Codable {
    /// What came of a request.
    public enum Outcome: String, Hashable, Sendable, Codable {
        /// The person was erased.
        case erased
        /// It was refused.
        case refused
        /// The store knows nobody of the code.
        case unknown
    }

    /// Who asked, and for what.
    public struct Signature: Hashable, Sendable, Codable {
        /// The user of the system.
        public let systemUser: String
        /// Who answers for it.
        public let author: String
        /// Why.
        public let reason: String
        /// The number of the case.
        public let ticket: String
        /// When, in seconds since 1970.
        public let moment: Int

        /// Creates a signature.
        public init(systemUser: String, author: String, reason: String, ticket: String, moment: Int)
        {
            self.systemUser = systemUser
            self.author = author
            self.reason = reason
            self.ticket = ticket
            self.moment = moment
        }
    }

    /// The number of the request.
    public let id: Int
    /// Who asked, and for what.
    public let signature: Signature
    /// What the person is.
    public let role: String
    /// What came of it.
    public let outcome: Outcome
    /// The word for why it was refused; empty otherwise.
    public let obstacle: String
}

extension SupportStore {
    /// Keeps a request that was not carried out.
    ///
    /// - Returns: Its number.
    public func record(
        _ outcome: ErasureRequest.Outcome, of role: PersonRole,
        by signature: ErasureRequest.Signature, obstacle: String
    ) throws -> Int {
        try change { database, run in
            try Self.insert(
                outcome, of: role, by: signature, obstacle: obstacle, run: run, into: database)
        }
    }

    static func insert(
        _ outcome: ErasureRequest.Outcome, of role: PersonRole,
        by signature: ErasureRequest.Signature, obstacle: String, run: Int?,
        into database: Database
    ) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO erasureRequest (requestedAt, systemUser, author, ticket, role, outcome,
                    reason, obstacle, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                signature.moment, signature.systemUser, signature.author, signature.ticket,
                role.rawValue, outcome.rawValue, signature.reason, obstacle, run,
            ])
        return Int(database.lastInsertedRowID)
    }

    /// Returns all requests, oldest first.
    public func erasureRequests() throws -> [ErasureRequest] {
        try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM erasureRequest ORDER BY id")
                .compactMap { row in
                    guard let outcome = ErasureRequest.Outcome(rawValue: row["outcome"]) else {
                        return nil
                    }
                    return ErasureRequest(
                        id: row["id"],
                        signature: .init(
                            systemUser: row["systemUser"], author: row["author"],
                            reason: row["reason"], ticket: row["ticket"],
                            moment: row["requestedAt"]), role: row["role"], outcome: outcome,
                        obstacle: row["obstacle"])
                }
        }
    }
}
