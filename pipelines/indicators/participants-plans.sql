-- One row for each plan of the semester, whatever its status, with its result when it has exactly one.
WITH result AS (
    SELECT r.planNumber AS planNumber,
        CASE WHEN MIN(r.outcome) = MAX(r.outcome) THEN MIN(r.outcome) END AS outcome,
        CASE WHEN MIN(r.continuation) = MAX(r.continuation) THEN MIN(r.continuation) END AS continuation
    FROM currentPlanResult AS r
    GROUP BY r.planNumber
),
pupil_class AS (
    SELECT e.school AS school, e.pupil AS pupil,
        CASE WHEN MIN(e.class - e.class % 100) = MAX(e.class - e.class % 100) THEN MIN(e.class) END AS class
    FROM currentEnrolment AS e
    WHERE e.semester = :semester
    GROUP BY e.school, e.pupil
)
SELECT p.planNumber AS plan,
    p.pupil AS pupil,
    school.code AS school,
    pupil_class.class AS class,
    status.code AS status,
    outcome.code AS outcome,
    continuation.code AS continuation,
    -- In one column, as a plan that was interrupted is not completed: 2 interrupted, 1 completed, 0 neither.
    CASE WHEN status.code = 'interrupted' THEN 2 WHEN result.planNumber IS NOT NULL THEN 1 ELSE 0 END AS ending,
    CASE WHEN result.planNumber IS NULL THEN 0 ELSE 1 END AS has_result,
    p.delivery AS delivery,
    p.line AS line,
    p.byte AS byte
FROM currentPlan AS p
LEFT JOIN school ON school.id = p.school
LEFT JOIN term AS status ON status.id = p.status
LEFT JOIN result ON result.planNumber = p.planNumber
LEFT JOIN term AS outcome ON outcome.id = result.outcome
LEFT JOIN term AS continuation ON continuation.id = result.continuation
LEFT JOIN pupil_class ON pupil_class.school = p.school AND pupil_class.pupil = p.pupil
WHERE p.semester = :semester
