WITH earned AS (
    SELECT account_id, currency AS own, month, minor FROM revenue WHERE in_period(month)
), billed AS (
    SELECT DISTINCT client_id FROM account JOIN line USING (account_id)
), by_client AS (
    SELECT entity_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS minor
    FROM member LEFT JOIN earned USING (account_id)
    WHERE client_id IN (SELECT client_id FROM billed)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
