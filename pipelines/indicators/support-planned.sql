-- One row for each measure that a plan of the semester provides for.
SELECT m.planNumber AS plan,
    plan.pupil AS pupil,
    school.code AS school,
    status.code AS status,
    measure.code AS measure,
    subject.code AS subject,
    COALESCE(m.plannedMinutes, 0) AS minutes,
    m.delivery AS delivery,
    m.line AS line,
    m.byte AS byte
FROM currentPlanMeasure AS m
JOIN (
    SELECT p.planNumber AS planNumber, MIN(p.school) AS school, MIN(p.pupil) AS pupil,
        CASE WHEN MIN(p.status) = MAX(p.status) THEN MIN(p.status) END AS status
    FROM currentPlan AS p
    WHERE p.semester = :semester
    GROUP BY p.planNumber
) AS plan ON plan.planNumber = m.planNumber
LEFT JOIN school ON school.id = plan.school
LEFT JOIN term AS status ON status.id = plan.status
LEFT JOIN term AS measure ON measure.id = m.measure
LEFT JOIN term AS subject ON subject.id = m.subject
