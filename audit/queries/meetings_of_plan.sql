WITH held AS (
    SELECT client_id, count(*) AS held FROM account JOIN meeting USING (account_id)
    WHERE in_period(day) GROUP BY client_id
), planned AS (
    SELECT DISTINCT entity_id, client_id, CASE tier WHEN 'platinum' THEN 6 WHEN 'gold' THEN 3
        WHEN 'silver' THEN 2 ELSE 1 END * datediff('month', getvariable('first'), getvariable('after')) / 3 AS planned
    FROM member JOIN account USING (account_id, client_id)
)
SELECT entity_id, sum(coalesce(held, 0)) AS numerator, sum(planned) AS denominator
FROM planned LEFT JOIN held USING (client_id) WHERE is_over() GROUP BY entity_id
