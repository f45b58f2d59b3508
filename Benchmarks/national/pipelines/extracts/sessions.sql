-- One row for each session that counts, in the order of the store: nothing is sorted, and names are found by the tables.
SELECT id, school, semester, measure, class / 100 AS level, pupil, teacher, minutes,
    markBefore < :low_mark_below AS low_before, markAfter < :low_mark_below AS low_after,
    markAfter <= 10 AND markAfter > markBefore AS improved
FROM currentSession
