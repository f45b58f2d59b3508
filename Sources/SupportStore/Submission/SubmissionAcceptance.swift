import GRDB
public import PupilSupport

/// Warnings of one rule at one school, accepted as they stood.
public struct SubmissionAcceptance: Hashable, Sendable {
    /// The semester of the submission.
    public let semester: Semester
    /// The code of the rule.
    public let rule: String
    /// The school, or empty.
    public let school: String
    /// What tells whether the warnings are still the same.
    public let fingerprint: String
    /// Who accepted them.
    public let author: String
    /// Why.
    public let reason: String
    /// The last day on which it holds, or `nil` for ever.
    public let expiresOn: CivilDate?

    /// Creates an acceptance.
    public init(
        semester: Semester, rule: String, school: String, fingerprint: String, author: String,
        reason: String, expiresOn: CivilDate?
    ) {
        self.semester = semester
        self.rule = rule
        self.school = school
        self.fingerprint = fingerprint
        self.author = author
        self.reason = reason
        self.expiresOn = expiresOn
    }
}

extension SupportStore {
    /// Keeps acceptances, all of them or none.
    public func accept(_ acceptances: [SubmissionAcceptance]) throws {
        guard !acceptances.isEmpty else { return }
        try change { database, run in
            for one in acceptances {
                try database.execute(
                    sql: """
                        INSERT INTO submissionAcceptance
                            (semester, rule, school, fingerprint, author, reason, expiresOn, run)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        one.semester.storedValue, one.rule, one.school, one.fingerprint,
                        one.author, one.reason, one.expiresOn?.storedValue, run,
                    ])
            }
        }
    }

    /// Returns the acceptances of a semester's submission, oldest first.
    public func acceptances(of semester: Semester) throws -> [SubmissionAcceptance] {
        try pool.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM submissionAcceptance WHERE semester = ? ORDER BY id",
                arguments: [semester.storedValue]
            ).map { row in
                let day: Int? = row["expiresOn"]
                return SubmissionAcceptance(
                    semester: semester, rule: row["rule"], school: row["school"],
                    fingerprint: row["fingerprint"], author: row["author"],
                    reason: row["reason"],
                    expiresOn: day.flatMap(CivilDate.init(storedValue:)))
            }
        }
    }
}
