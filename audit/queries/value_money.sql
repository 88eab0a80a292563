WITH told AS (
    SELECT entity_id, account_id, own, currency, sum(minor) AS minor
    FROM member JOIN goal_now USING (account_id) WHERE is_confirmed AND minor IS NOT NULL GROUP BY ALL
)
SELECT entity_id, sum(converted(minor, own, currency, 'month_end', getvariable('after') - 1)) AS value
FROM told GROUP BY entity_id
