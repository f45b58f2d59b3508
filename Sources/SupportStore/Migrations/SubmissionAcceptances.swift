/// The schema of warnings of the submission's rules that somebody accepted.
enum SubmissionAcceptances {
    /// The statements, in their order.
    static let statements = [
        """
        CREATE TABLE submissionAcceptance (
            id INTEGER PRIMARY KEY AUTOINCREMENT, semester INTEGER NOT NULL, rule TEXT NOT NULL,
            school TEXT NOT NULL, fingerprint TEXT NOT NULL, author TEXT NOT NULL,
            reason TEXT NOT NULL, expiresOn INTEGER, run INTEGER REFERENCES run) STRICT
        """
    ]
}
