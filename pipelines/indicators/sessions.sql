-- One row for each session that counts in the semester. Tables of names are joined from the left in all these queries:
-- every fact has its school and terms, and so no engine begins with the names and multiplies them.
--
-- Its class is the one written with it, else the pupil's class at that school; a pupil whom the lists put into two
-- levels, or give two sexes, has none. A pupil is new who had no session that counts in any earlier semester.
WITH pupil_sex AS (
    SELECT r.pupil AS pupil, CASE WHEN MIN(r.sex) = MAX(r.sex) THEN MIN(r.sex) END AS sex
    FROM currentPupilRecord AS r
    GROUP BY r.pupil
),
pupil_class AS (
    SELECT e.school AS school, e.pupil AS pupil,
        CASE WHEN MIN(e.class - e.class % 100) = MAX(e.class - e.class % 100) THEN MIN(e.class) END AS class
    FROM currentEnrolment AS e
    WHERE e.semester = :semester
    GROUP BY e.school, e.pupil
),
supported_earlier AS (
    SELECT DISTINCT s.pupil AS pupil FROM currentSession AS s WHERE s.semester < :semester
),
-- A staff number stands for the person whom the latest list of the semester or an earlier one names.
latest_list AS (
    SELECT m.staffNumber AS staffNumber, MAX(COALESCE(m.semester, 0)) AS semester
    FROM currentStaffMember AS m
    WHERE COALESCE(m.semester, 0) <= :semester
    GROUP BY m.staffNumber
),
person AS (
    SELECT m.staffNumber AS teacher, MIN(m.teacher) AS person
    FROM currentStaffMember AS m
    JOIN latest_list AS l ON l.staffNumber = m.staffNumber AND l.semester = COALESCE(m.semester, 0)
    GROUP BY m.staffNumber
),
pupil_in_need AS (
    SELECT DISTINCT n.pupil AS pupil FROM currentNeed AS n WHERE n.semester = :semester
)
SELECT s.pupil AS pupil,
    COALESCE(person.person, s.teacher) AS teacher,
    s.minutes AS minutes,
    CASE WHEN earlier.pupil IS NULL THEN 1 ELSE 0 END AS is_new,
    CASE WHEN need.pupil IS NULL THEN 0 ELSE 1 END AS is_in_need,
    school.code AS school,
    COALESCE(s.class, pupil_class.class) AS class,
    sex.code AS sex,
    role.code AS role,
    measure.code AS measure,
    subject.code AS subject,
    s.delivery AS delivery,
    s.line AS line,
    s.byte AS byte
FROM currentSession AS s
LEFT JOIN school ON school.id = s.school
LEFT JOIN person ON person.teacher = s.teacher
LEFT JOIN term AS measure ON measure.id = s.measure
LEFT JOIN term AS role ON role.id = s.role
LEFT JOIN term AS subject ON subject.id = s.subject
LEFT JOIN pupil_class ON pupil_class.school = s.school AND pupil_class.pupil = s.pupil
LEFT JOIN pupil_sex ON pupil_sex.pupil = s.pupil
LEFT JOIN term AS sex ON sex.id = pupil_sex.sex
LEFT JOIN supported_earlier AS earlier ON earlier.pupil = s.pupil
LEFT JOIN pupil_in_need AS need ON need.pupil = s.pupil
WHERE s.semester = :semester
