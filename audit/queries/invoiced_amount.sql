WITH invoiced AS (
    SELECT account_id, currency AS own, date_trunc('month', issued) AS month, sum(net) AS minor
    FROM document WHERE in_period(issued) GROUP BY ALL
)
SELECT entity_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS value
FROM member LEFT JOIN invoiced USING (account_id)
WHERE client_id IN (SELECT client_id FROM account JOIN document USING (account_id))
GROUP BY entity_id
