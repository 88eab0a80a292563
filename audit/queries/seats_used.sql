WITH each AS (
    SELECT entity_id, account_id, max(users) AS users, max(seats) AS seats
    FROM member JOIN usage USING (account_id)
    WHERE day >= getvariable('after') - 28 AND day < getvariable('after') GROUP BY ALL
)
SELECT entity_id, sum(users) AS numerator, sum(seats) AS denominator FROM each
WHERE entity_id NOT IN (SELECT entity_id FROM each WHERE users + seats IS NOT NULL) OR users + seats IS NOT NULL
GROUP BY entity_id
