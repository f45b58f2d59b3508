-- One row for each record of feedback of the semester; a record without a number is one answer.
SELECT school.code AS school,
    respondent.code AS respondent,
    rating.code AS rating,
    COALESCE(f.answers, 1) AS answers,
    f.delivery AS delivery,
    f.line AS line,
    f.byte AS byte
FROM currentFeedback AS f
LEFT JOIN school ON school.id = f.school
LEFT JOIN term AS respondent ON respondent.id = f.respondent
LEFT JOIN term AS rating ON rating.id = f.rating
WHERE f.semester = :semester
