WITH by_account AS (
    SELECT account_id, own, sum(minor) AS minor FROM open_bill WHERE is_disputed GROUP BY ALL
), by_client AS (
    SELECT entity_id, sum(coalesce(converted(minor, own, currency, 'month_end', getvariable('after') - 1), 0)) AS minor
    FROM member LEFT JOIN by_account USING (account_id) SEMI JOIN billed_client USING (client_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
