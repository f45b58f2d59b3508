/// The schema of what is remembered of records that are or were held back, and of warnings that
/// somebody accepted.
///
/// A held record is known by the bytes of its file and its place in them, so that its history outlives
/// the delivery: the same bytes are judged again under other definitions. A row of a sheet is known by
/// its number, for its offset depends on how the definition turns the sheet into text.
enum QuarantineTables {
    /// The statements, in their order.
    ///
    /// What an older program held back has been held back once, in the run that loaded it.
    static let statements = [
        """
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 BLOB NOT NULL, sheet TEXT NOT NULL,
            place INTEGER NOT NULL, delivery INTEGER NOT NULL REFERENCES delivery,
            line INTEGER NOT NULL, byte INTEGER NOT NULL, school INTEGER REFERENCES school,
            semester INTEGER, rules TEXT NOT NULL, firstRun INTEGER REFERENCES run,
            lastRun INTEGER REFERENCES run, attempts INTEGER NOT NULL, ending TEXT,
            endedRun INTEGER REFERENCES run, UNIQUE (sha256, sheet, place)) STRICT
        """,
        "CREATE INDEX findingByRecord ON finding (delivery, recordByte)",
        """
        INSERT OR IGNORE INTO quarantine (sha256, sheet, place, delivery, line, byte, school, semester,
            rules, firstRun, lastRun, attempts)
        SELECT d.sha256, COALESCE(d.sheet, ''),
            CASE WHEN d.sheet IS NULL THEN h.byte ELSE h.line END, d.id, h.line, h.byte,
            COALESCE(h.judgedSchool, d.school), COALESCE(h.judgedSemester, d.semester),
            COALESCE((
                SELECT GROUP_CONCAT(DISTINCT f.rule) FROM finding AS f
                WHERE f.delivery = d.id AND f.recordByte = h.byte
                    AND f.severity IN ('error', 'fatal')), ''),
            d.run, d.run, 1
        FROM heldRecord AS h JOIN delivery AS d ON d.id = h.delivery
        WHERE d.supersededBy IS NULL ORDER BY h.delivery, h.byte
        """,
        """
        CREATE TABLE acknowledgement (
            id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, source TEXT NOT NULL,
            kind TEXT NOT NULL, columnName TEXT NOT NULL, content BLOB NOT NULL,
            sha256 BLOB NOT NULL, sheet TEXT NOT NULL, place INTEGER, author TEXT NOT NULL,
            reason TEXT NOT NULL, expiresOn INTEGER, run INTEGER REFERENCES run,
            withdrawnBy TEXT, withdrawnFor TEXT, withdrawnRun INTEGER REFERENCES run) STRICT
        """,
    ]
}
