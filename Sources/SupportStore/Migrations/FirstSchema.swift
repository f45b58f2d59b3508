import PupilSupport

/// The first schema of the store.
///
/// Every value that is not a text of our own is an integer: days are `yyyymmdd`, semesters `20182`,
/// classes the level times 100 plus the letter's place, marks 1 to 10 (21 `nv`, 31 `i`, 32 `ni`),
/// terms and people keys of their own tables. Every fact leads by `delivery`, `line` and `byte` to
/// the place in the file as sent.
enum FirstSchema {
    /// The statements, in their order.
    static let statements = reference + facts + views

    private static let reference = [
        """
        CREATE TABLE term (
            id INTEGER PRIMARY KEY, vocabulary TEXT NOT NULL, code TEXT NOT NULL,
            UNIQUE (vocabulary, code)) STRICT
        """,
        """
        CREATE TABLE school (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, closedOn INTEGER,
            successor TEXT) STRICT
        """,
        """
        CREATE TABLE pupil (
            id INTEGER PRIMARY KEY, pseudonym BLOB NOT NULL UNIQUE, nameKey INTEGER) STRICT
        """,
        """
        CREATE TABLE teacher (
            id INTEGER PRIMARY KEY, pseudonym BLOB NOT NULL UNIQUE, nameKey INTEGER,
            isStaffNumber INTEGER NOT NULL DEFAULT 0) STRICT
        """,
        """
        CREATE TABLE planNumber (
            id INTEGER PRIMARY KEY, school INTEGER NOT NULL REFERENCES school, number TEXT NOT NULL,
            UNIQUE (school, number)) STRICT
        """,
        """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
            school INTEGER REFERENCES school, semester INTEGER, fileName TEXT NOT NULL,
            bytes INTEGER NOT NULL, definition BLOB NOT NULL,
            supersededBy INTEGER REFERENCES delivery, recordsRead INTEGER NOT NULL DEFAULT 0,
            recordsIgnored INTEGER NOT NULL DEFAULT 0, recordsHeldBack INTEGER NOT NULL DEFAULT 0,
            recordsLoaded INTEGER NOT NULL DEFAULT 0) STRICT
        """,
        "CREATE INDEX deliveryBySHA256 ON delivery (sha256)",
        """
        CREATE TABLE heldRecord (
            id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES delivery,
            line INTEGER NOT NULL, byte INTEGER NOT NULL, length INTEGER NOT NULL,
            judgedSchool INTEGER REFERENCES school, judgedSemester INTEGER,
            UNIQUE (delivery, byte)) STRICT
        """,
        """
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES delivery,
            rule TEXT NOT NULL, severity TEXT NOT NULL, stage TEXT NOT NULL,
            line INTEGER NOT NULL, byte INTEGER, columnNumber INTEGER, columnName TEXT,
            details TEXT NOT NULL, judgedSchool INTEGER REFERENCES school,
            judgedSemester INTEGER) STRICT
        """,
    ]

    private static let lineage = """
        id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES delivery,
            line INTEGER NOT NULL, byte INTEGER NOT NULL, isHeld INTEGER NOT NULL DEFAULT 0
        """

    private static let facts = [
        """
        CREATE TABLE pupilRecord (
            \(lineage), pupil INTEGER NOT NULL REFERENCES pupil, sex INTEGER REFERENCES term,
            birthDate INTEGER) STRICT
        """,
        """
        CREATE TABLE enrolment (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            pupil INTEGER NOT NULL REFERENCES pupil, class INTEGER NOT NULL, enrolledFrom INTEGER,
            enrolledUntil INTEGER) STRICT
        """,
        """
        CREATE TABLE staffMember (
            \(lineage), school INTEGER NOT NULL REFERENCES school,
            staffNumber INTEGER NOT NULL REFERENCES teacher,
            teacher INTEGER NOT NULL REFERENCES teacher, role INTEGER REFERENCES term) STRICT
        """,
        """
        CREATE TABLE plan (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            planNumber INTEGER NOT NULL REFERENCES planNumber,
            pupil INTEGER NOT NULL REFERENCES pupil, startsOn INTEGER NOT NULL,
            endsOn INTEGER NOT NULL, appliedOn INTEGER, status INTEGER NOT NULL REFERENCES term,
            headApprovedOn INTEGER, municipalityApprovedOn INTEGER, stateApprovedOn INTEGER) STRICT
        """,
        """
        CREATE TABLE planRisk (
            \(lineage), school INTEGER NOT NULL REFERENCES school,
            planNumber INTEGER NOT NULL REFERENCES planNumber,
            risk INTEGER NOT NULL REFERENCES term) STRICT
        """,
        """
        CREATE TABLE planMeasure (
            \(lineage), school INTEGER NOT NULL REFERENCES school,
            planNumber INTEGER NOT NULL REFERENCES planNumber,
            measure INTEGER NOT NULL REFERENCES term, subject INTEGER REFERENCES term,
            plannedMinutes INTEGER) STRICT
        """,
        """
        CREATE TABLE planResult (
            \(lineage), school INTEGER NOT NULL REFERENCES school,
            planNumber INTEGER NOT NULL REFERENCES planNumber,
            outcome INTEGER NOT NULL REFERENCES term,
            continuation INTEGER NOT NULL REFERENCES term) STRICT
        """,
        """
        CREATE TABLE session (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            planNumber INTEGER REFERENCES planNumber, pupil INTEGER NOT NULL REFERENCES pupil,
            class INTEGER, teacher INTEGER NOT NULL REFERENCES teacher,
            role INTEGER REFERENCES term, measure INTEGER NOT NULL REFERENCES term,
            subject INTEGER REFERENCES term, date INTEGER NOT NULL, minutes INTEGER NOT NULL,
            mode INTEGER REFERENCES term, confirmedOn INTEGER, markBefore INTEGER,
            markAfter INTEGER) STRICT
        """,
        """
        CREATE TABLE mark (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            pupil INTEGER NOT NULL REFERENCES pupil, subject INTEGER NOT NULL REFERENCES term,
            mark INTEGER) STRICT
        """,
        """
        CREATE TABLE absence (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            pupil INTEGER NOT NULL REFERENCES pupil, missedLessons INTEGER NOT NULL,
            justifiedLessons INTEGER) STRICT
        """,
        """
        CREATE TABLE feedback (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            respondent INTEGER NOT NULL REFERENCES term, rating INTEGER NOT NULL REFERENCES term,
            answers INTEGER) STRICT
        """,
        """
        CREATE TABLE need (
            \(lineage), school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
            pupil INTEGER NOT NULL REFERENCES pupil, risk INTEGER NOT NULL REFERENCES term,
            measure INTEGER REFERENCES term, minutesAsked INTEGER) STRICT
        """,
    ]

    /// One view a fact table, `currentSession` and so on: what counts, from deliveries in force.
    private static let views =
        RecordKind.inStore.map(view)
        + [
            // A staff number and the personal code behind it are one person.
            """
            CREATE VIEW teacherPerson AS
            SELECT t.id AS teacher, COALESCE(MIN(s.teacher), t.id) AS person
            FROM teacher AS t LEFT JOIN currentStaffMember AS s ON s.staffNumber = t.id
            GROUP BY t.id
            """
        ]

    /// Returns the statement that makes the view of what counts of a kind.
    static func view(of kind: RecordKind) -> String {
        """
        CREATE VIEW \(kind.currentView) AS
        SELECT f.* FROM \(kind.table) AS f JOIN delivery AS d ON d.id = f.delivery
        WHERE f.isHeld = 0 AND d.supersededBy IS NULL
        """
    }
}
