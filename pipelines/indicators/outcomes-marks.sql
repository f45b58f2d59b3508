-- One row for each entry in a mark list, of the semester or the one before, of a pupil who was supported in the semester,
-- and for each school that supported the pupil.
--
-- Only 1 to 10 are marks: nv, i, ni and blanks are entries without a mark. Lists of any school count, because a pupil who
-- moved has marks at the old school; where lists give two different marks for one semester there is no mark to compare.
WITH supported AS (
    SELECT DISTINCT s.pupil AS pupil, s.school AS school FROM currentSession AS s WHERE s.semester = :semester
),
entry AS (
    SELECT m.pupil AS pupil, m.subject AS subject,
        CASE WHEN m.semester = :previous AND m.mark BETWEEN 1 AND 10 THEN m.mark END AS mark_before,
        CASE WHEN m.semester = :semester AND m.mark BETWEEN 1 AND 10 THEN m.mark END AS mark_after
    FROM currentMark AS m
    WHERE m.semester IN (:previous, :semester)
),
pupil_subject AS (
    SELECT e.pupil AS pupil, e.subject AS subject,
        CASE WHEN MIN(e.mark_before) = MAX(e.mark_before) THEN MIN(e.mark_before) END AS mark_before,
        CASE WHEN MIN(e.mark_after) = MAX(e.mark_after) THEN MIN(e.mark_after) END AS mark_after
    FROM entry AS e
    GROUP BY e.pupil, e.subject
),
low AS (
    SELECT p.pupil AS pupil,
        SUM(CASE WHEN p.mark_before < :low_mark_below THEN 1 ELSE 0 END) AS low_before,
        SUM(CASE WHEN p.mark_after < :low_mark_below THEN 1 ELSE 0 END) AS low_after
    FROM pupil_subject AS p
    WHERE p.mark_before IS NOT NULL AND p.mark_after IS NOT NULL
    GROUP BY p.pupil
)
SELECT m.pupil AS pupil,
    school.code AS school,
    subject.code AS subject,
    CASE WHEN ps.mark_before IS NOT NULL AND ps.mark_after IS NOT NULL THEN 1 ELSE 0 END AS is_comparable,
    CASE WHEN ps.mark_after > ps.mark_before THEN 1 WHEN ps.mark_after = ps.mark_before THEN 0 WHEN ps.mark_after < ps.mark_before THEN -1 END
        AS change,
    CASE WHEN ps.mark_before < :low_mark_below THEN 1 ELSE 0 END AS is_low_before,
    CASE WHEN ps.mark_after < :low_mark_below THEN 1 ELSE 0 END AS is_low_after,
    CASE WHEN low.pupil IS NULL THEN 0 ELSE 1 END AS pupil_is_comparable,
    CASE WHEN low.low_before > 0 THEN 1 ELSE 0 END AS pupil_had_low,
    CASE WHEN low.low_after > low.low_before THEN 1 WHEN low.low_after = low.low_before THEN 0 WHEN low.low_after < low.low_before THEN -1 END
        AS pupil_low_change,
    m.delivery AS delivery,
    m.line AS line,
    m.byte AS byte
FROM currentMark AS m
JOIN supported ON supported.pupil = m.pupil
JOIN pupil_subject AS ps ON ps.pupil = m.pupil AND ps.subject = m.subject
LEFT JOIN low ON low.pupil = m.pupil
LEFT JOIN school ON school.id = supported.school
LEFT JOIN term AS subject ON subject.id = m.subject
WHERE m.semester IN (:previous, :semester)
