/// What the submission reads from the store.
///
/// It is written apart from the indicators' queries, so that the figures of a package, counted from its own
/// records, check those of the reports.
enum SubmissionSQL {
    private static let pupilClass = """
        pupil_class AS (
            SELECT e.school AS school, e.pupil AS pupil,
                CASE WHEN MIN(e.class - e.class % 100) = MAX(e.class - e.class % 100)
                    THEN MIN(e.class) END AS class
            FROM currentEnrolment AS e WHERE e.semester = :semester GROUP BY e.school, e.pupil
        )
        """

    /// Sessions of the semester; held ones with the rules that hold them.
    ///
    /// A staff number stands for whom the latest list of the semester or an earlier one names.
    static let sessions = """
        WITH \(pupilClass),
        latest_list AS (
            SELECT m.staffNumber AS staffNumber, MAX(COALESCE(m.semester, 0)) AS semester
            FROM currentStaffMember AS m WHERE COALESCE(m.semester, 0) <= :semester
            GROUP BY m.staffNumber
        ),
        person AS (
            SELECT m.staffNumber AS teacher, MIN(m.teacher) AS person
            FROM currentStaffMember AS m JOIN latest_list AS l
                ON l.staffNumber = m.staffNumber AND l.semester = COALESCE(m.semester, 0)
            GROUP BY m.staffNumber
        ),
        own AS (
            SELECT s.*, '' AS rules FROM currentSession AS s WHERE s.semester = :semester
            UNION ALL
            SELECT s.*, (
                SELECT GROUP_CONCAT(DISTINCT f.rule) FROM finding AS f
                WHERE f.delivery = s.delivery AND f.recordByte = s.byte
                    AND f.severity IN ('error', 'fatal')) AS rules
            FROM session AS s JOIN delivery AS d ON d.id = s.delivery
            WHERE s.isHeld = 1 AND d.supersededBy IS NULL AND s.semester = :semester
        )
        SELECT s.delivery, s.line, s.byte, s.planNumber, school.code, s.pupil,
            COALESCE(person.person, s.teacher), role.code, measure.code, subject.code, s.date,
            s.minutes, mode.code, s.confirmedOn, COALESCE(s.class, pupil_class.class), s.isHeld,
            s.rules, orderNumber.number
        FROM own AS s
        LEFT JOIN school ON school.id = s.school
        LEFT JOIN person ON person.teacher = s.teacher
        LEFT JOIN term AS role ON role.id = s.role
        LEFT JOIN term AS measure ON measure.id = s.measure
        LEFT JOIN term AS subject ON subject.id = s.subject
        LEFT JOIN term AS mode ON mode.id = s.mode
        LEFT JOIN documentNumber AS orderNumber ON orderNumber.id = s.orderNumber
        LEFT JOIN pupil_class ON pupil_class.school = s.school AND pupil_class.pupil = s.pupil
        ORDER BY s.delivery, s.byte
        """

    /// Plans of the semester with their results.
    static let plans = """
        WITH \(pupilClass),
        result AS (
            SELECT r.planNumber AS planNumber,
                CASE WHEN MIN(r.outcome) = MAX(r.outcome) THEN MIN(r.outcome) END AS outcome,
                CASE WHEN MIN(r.continuation) = MAX(r.continuation)
                    THEN MIN(r.continuation) END AS continuation,
                CASE WHEN COUNT(r.recordedOn) = COUNT(*) THEN MAX(r.recordedOn) END AS recordedOn
            FROM currentPlanResult AS r GROUP BY r.planNumber
        )
        SELECT p.delivery, p.line, p.byte, p.planNumber, number.number, school.code, p.pupil,
            p.startsOn, p.endsOn, status.code, p.headApprovedOn, p.municipalityApprovedOn,
            p.stateApprovedOn, pupil_class.class,
            CASE WHEN result.planNumber IS NULL THEN 0 ELSE 1 END, outcome.code, continuation.code,
            result.recordedOn
        FROM currentPlan AS p
        JOIN planNumber AS number ON number.id = p.planNumber
        LEFT JOIN school ON school.id = p.school
        LEFT JOIN term AS status ON status.id = p.status
        LEFT JOIN result ON result.planNumber = p.planNumber
        LEFT JOIN term AS outcome ON outcome.id = result.outcome
        LEFT JOIN term AS continuation ON continuation.id = result.continuation
        LEFT JOIN pupil_class ON pupil_class.school = p.school AND pupil_class.pupil = p.pupil
        WHERE p.semester = :semester
        ORDER BY p.delivery, p.byte
        """

    /// Measures that plans of the semester provide for; what one plan says twice is added up.
    static let measures = """
        SELECT m.planNumber, measure.code, subject.code, SUM(m.plannedMinutes)
        FROM currentPlanMeasure AS m
        JOIN (SELECT DISTINCT p.planNumber AS number FROM currentPlan AS p
            WHERE p.semester = :semester) AS plan ON plan.number = m.planNumber
        LEFT JOIN term AS measure ON measure.id = m.measure
        LEFT JOIN term AS subject ON subject.id = m.subject
        GROUP BY m.planNumber, measure.code, subject.code
        """

    /// Risks that plans of the semester name.
    static let risks = """
        SELECT DISTINCT r.planNumber, risk.code
        FROM currentPlanRisk AS r
        JOIN (SELECT DISTINCT p.planNumber AS number FROM currentPlan AS p
            WHERE p.semester = :semester) AS plan ON plan.number = r.planNumber
        JOIN term AS risk ON risk.id = r.risk
        """

    /// Low marks of each pupil in the subjects with one mark in both semesters.
    static let lowMarks = """
        WITH subject AS (
            SELECT m.pupil AS pupil, m.subject AS subject,
                CASE WHEN MIN(CASE WHEN m.semester = :previous THEN m.mark END)
                    = MAX(CASE WHEN m.semester = :previous THEN m.mark END)
                    THEN MIN(CASE WHEN m.semester = :previous THEN m.mark END) END AS before,
                CASE WHEN MIN(CASE WHEN m.semester = :semester THEN m.mark END)
                    = MAX(CASE WHEN m.semester = :semester THEN m.mark END)
                    THEN MIN(CASE WHEN m.semester = :semester THEN m.mark END) END AS after
            FROM currentMark AS m
            WHERE m.semester IN (:previous, :semester) AND m.mark BETWEEN 1 AND 10
            GROUP BY m.pupil, m.subject
        )
        SELECT pupil, SUM(before < :low_mark_below), SUM(after < :low_mark_below)
        FROM subject WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY pupil
        """

    /// Lessons that each pupil missed; what several schools report is added up.
    static let absences = """
        SELECT a.pupil, SUM(CASE WHEN a.semester = :previous THEN a.missedLessons END),
            SUM(CASE WHEN a.semester = :semester THEN a.missedLessons END)
        FROM currentAbsence AS a WHERE a.semester IN (:previous, :semester) GROUP BY a.pupil
        """

    /// What the lists say of pupils, with the first record of each.
    static let pupils = """
        SELECT r.pupil, sex.code, r.birthDate, MIN(r.delivery), r.line, r.byte
        FROM (
            SELECT p.pupil AS pupil, p.delivery AS delivery, p.line AS line, p.byte AS byte,
                CASE WHEN MIN(p.sex) OVER own = MAX(p.sex) OVER own
                    THEN MIN(p.sex) OVER own END AS sex,
                CASE WHEN MIN(p.birthDate) OVER own = MAX(p.birthDate) OVER own
                    THEN MIN(p.birthDate) OVER own END AS birthDate,
                ROW_NUMBER() OVER (PARTITION BY p.pupil ORDER BY p.delivery, p.byte) AS place
            FROM currentPupilRecord AS p WINDOW own AS (PARTITION BY p.pupil)
        ) AS r LEFT JOIN term AS sex ON sex.id = r.sex
        WHERE r.place = 1 GROUP BY r.pupil
        """
}
