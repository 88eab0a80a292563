WITH by_client AS (
    SELECT entity_id, client_id, count(DISTINCT part) AS named,
        count(DISTINCT part) FILTER (events > 0 AND day >= getvariable('after') - 28) AS used
    FROM member JOIN usage_part USING (account_id)
    WHERE kind = 'team' AND day < getvariable('after') GROUP BY ALL
)
SELECT entity_id, sum(used) AS numerator, sum(named) AS denominator FROM by_client GROUP BY entity_id
