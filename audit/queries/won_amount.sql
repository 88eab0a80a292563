WITH won AS (
    SELECT account_id, currency AS own, date_trunc('month', closes) AS month, sum(minor) AS minor
    FROM closed_deal WHERE state = 'won' GROUP BY ALL
)
SELECT entity_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS value
FROM member LEFT JOIN won USING (account_id) GROUP BY entity_id
