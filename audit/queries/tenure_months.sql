SELECT entity_id, CASE WHEN min(first_day) < getvariable('after')
    THEN datediff('month', min(first_day), getvariable('after'))
        - CASE WHEN day(getvariable('after')) < day(min(first_day)) THEN 1 ELSE 0 END END AS value
FROM member JOIN line USING (account_id) GROUP BY entity_id
