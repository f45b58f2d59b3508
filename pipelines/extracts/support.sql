-- One row for each session that counts, as it lies in the store.
SELECT id, school, semester, measure, class / 100 AS level, pupil, teacher, minutes
FROM currentSession
