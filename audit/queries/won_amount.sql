WITH won AS (
    SELECT account_id, currency AS own, date_trunc('month', closes) AS month, sum(minor) AS minor
    FROM closed_deal WHERE state = 'won' GROUP BY ALL
), by_client AS (
    SELECT entity_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS minor
    FROM member LEFT JOIN won USING (account_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
