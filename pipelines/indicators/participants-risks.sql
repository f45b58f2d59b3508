-- One row for each risk of a plan and each pupil with a session that counts under that plan in the semester.
SELECT supported.pupil AS pupil,
    school.code AS school,
    risk.code AS risk,
    r.delivery AS delivery,
    r.line AS line,
    r.byte AS byte
FROM currentPlanRisk AS r
JOIN (
    SELECT DISTINCT s.planNumber AS planNumber, s.school AS school, s.pupil AS pupil
    FROM currentSession AS s
    WHERE s.semester = :semester
) AS supported ON supported.planNumber = r.planNumber
LEFT JOIN school ON school.id = supported.school
LEFT JOIN term AS risk ON risk.id = r.risk
