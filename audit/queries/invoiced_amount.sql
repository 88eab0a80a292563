WITH invoiced AS (
    SELECT account_id, currency AS own, date_trunc('month', issued) AS month, sum(net) AS minor
    FROM document WHERE in_period(issued) GROUP BY ALL
), by_client AS (
    SELECT entity_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS minor
    FROM member LEFT JOIN invoiced USING (account_id)
    WHERE client_id IN (SELECT client_id FROM account JOIN document USING (account_id))
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
