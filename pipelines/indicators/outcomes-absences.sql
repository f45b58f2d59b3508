-- One row for each record of missed lessons, of the semester or the one before, of a pupil who was supported in the
-- semester, and for each school that supported the pupil. What several schools report of a pupil is added up.
WITH supported AS (
    SELECT DISTINCT s.pupil AS pupil, s.school AS school FROM currentSession AS s WHERE s.semester = :semester
),
total AS (
    SELECT a.pupil AS pupil,
        SUM(CASE WHEN a.semester = :previous THEN a.missedLessons END) AS missed_before,
        SUM(CASE WHEN a.semester = :semester THEN a.missedLessons END) AS missed_after
    FROM currentAbsence AS a
    WHERE a.semester IN (:previous, :semester)
    GROUP BY a.pupil
)
SELECT a.pupil AS pupil,
    school.code AS school,
    total.missed_before AS missed_before,
    total.missed_after AS missed_after,
    CASE WHEN total.missed_before IS NOT NULL AND total.missed_after IS NOT NULL THEN 1 ELSE 0 END AS is_comparable,
    CASE WHEN total.missed_after > total.missed_before THEN 1 WHEN total.missed_after = total.missed_before THEN 0
        WHEN total.missed_after < total.missed_before THEN -1 END AS change,
    a.delivery AS delivery,
    a.line AS line,
    a.byte AS byte
FROM currentAbsence AS a
JOIN supported ON supported.pupil = a.pupil
JOIN total ON total.pupil = a.pupil
LEFT JOIN school ON school.id = supported.school
WHERE a.semester IN (:previous, :semester)
