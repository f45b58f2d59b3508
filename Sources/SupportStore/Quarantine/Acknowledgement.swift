import GRDB
public import PupilSupport

/// A warning that somebody looked at and accepted.
///
/// It holds for one rule, one column and the bytes of one record, wherever a file of the same source and
/// kind has them; when the bytes change it holds no more.
public struct Acknowledgement: Sendable, Hashable {
    /// The code of the rule.
    public let rule: String
    /// The code of the source.
    public let source: String
    /// The kind of file.
    public let kind: String
    /// The name of the column, or nothing.
    public let columnName: String
    /// What tells whether bytes are those that were accepted, by ``ReadableStore/contentKey(of:)``.
    public let content: [UInt8]
    /// The fingerprint of the file in which it was accepted.
    public let sha256: [UInt8]
    /// The sheet, or nothing.
    public let sheet: String
    /// The place of the record in that file; `nil` when the file as a whole is meant.
    public let place: Int?
    /// Who accepted it.
    public let author: String
    /// Why.
    public let reason: String
    /// The last day on which it holds, or `nil` for ever.
    public let expiresOn: CivilDate?

    /// Creates an acknowledgement.
    public init(
        rule: String, source: String, kind: String, columnName: String, content: [UInt8],
        sha256: [UInt8], sheet: String, place: Int?, author: String, reason: String,
        expiresOn: CivilDate?
    ) {
        self.rule = rule
        self.source = source
        self.kind = kind
        self.columnName = columnName
        self.content = content
        self.sha256 = sha256
        self.sheet = sheet
        self.place = place
        self.author = author
        self.reason = reason
        self.expiresOn = expiresOn
    }
}

/// An acknowledgement with its number in the store.
public struct StoredAcknowledgement: Sendable, Hashable {
    /// Its number.
    public let id: Int
    /// What was accepted.
    public let acknowledgement: Acknowledgement
    /// When it was accepted, in seconds since 1970.
    public let acceptedAt: Int?
}

extension SupportStore {
    /// Puts the acknowledgements of another store that held after a run into this one, which has none yet.
    public func adoptAcknowledgements(of original: SupportStore, heldAfter run: Int) throws {
        let rows = try original.pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT rule, source, kind, columnName, content, sha256, sheet, place, author, reason,
                        expiresOn
                    FROM acknowledgement WHERE COALESCE(run, 0) <= :run
                        AND (withdrawnRun IS NULL OR withdrawnRun > :run) ORDER BY id
                    """, arguments: ["run": run])
        }
        try pool.write { database in
            for row in rows {
                try database.execute(
                    sql: """
                        INSERT INTO acknowledgement (rule, source, kind, columnName, content, sha256,
                            sheet, place, author, reason, expiresOn)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, arguments: StatementArguments(row.databaseValues))
            }
        }
    }
}
