-- One row for each record that is held back, with the first rule of the race that it breaks: the rules go by columns.
SELECT 'E' || MIN(CASE f.columnName
        WHEN 'school_reg_no' THEN 1 WHEN '@regnr' THEN 1 WHEN '../../@regnr' THEN 1
        WHEN 'personal_code' THEN 2 WHEN '@pk' THEN 2 WHEN '../@pk' THEN 2
        WHEN 'class' THEN 3 WHEN '@klase' THEN 3 WHEN '../@klase' THEN 3
        WHEN 'measure' THEN 4 WHEN 'pasakums' THEN 4
        WHEN 'date' THEN 5 WHEN 'datums' THEN 5
        WHEN 'hours' THEN 6 WHEN 'stundas' THEN 6
        ELSE 7 END) AS reason
FROM heldRecord AS h JOIN delivery AS d ON d.id = h.delivery
    JOIN finding AS f ON f.delivery = h.delivery AND f.recordByte = h.byte
WHERE d.supersededBy IS NULL AND f.severity IN ('error', 'fatal')
GROUP BY h.id
