-- One row for each need of the semester: a pupil with an identified risk, and the support asked for.
-- The pupil is supported who has a session that counts in the semester, at whatever school.
WITH pupil_class AS (
    SELECT e.school AS school, e.pupil AS pupil,
        CASE WHEN MIN(e.class - e.class % 100) = MAX(e.class - e.class % 100) THEN MIN(e.class) END AS class
    FROM currentEnrolment AS e
    WHERE e.semester = :semester
    GROUP BY e.school, e.pupil
)
SELECT n.pupil AS pupil,
    school.code AS school,
    pupil_class.class AS class,
    risk.code AS risk,
    measure.code AS measure,
    COALESCE(n.minutesAsked, 0) AS minutes,
    CASE WHEN supported.pupil IS NULL THEN 0 ELSE 1 END AS is_supported,
    n.delivery AS delivery,
    n.line AS line,
    n.byte AS byte
FROM currentNeed AS n
LEFT JOIN school ON school.id = n.school
LEFT JOIN term AS risk ON risk.id = n.risk
LEFT JOIN term AS measure ON measure.id = n.measure
LEFT JOIN pupil_class ON pupil_class.school = n.school AND pupil_class.pupil = n.pupil
LEFT JOIN (
    SELECT DISTINCT s.pupil AS pupil FROM currentSession AS s WHERE s.semester = :semester
) AS supported ON supported.pupil = n.pupil
WHERE n.semester = :semester
