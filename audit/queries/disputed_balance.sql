WITH by_account AS (
    SELECT account_id, own, sum(minor) AS minor FROM open_bill WHERE is_disputed GROUP BY ALL
)
SELECT entity_id, sum(coalesce(converted(minor, own, currency, 'month_end', getvariable('after') - 1), 0)) AS value
FROM member LEFT JOIN by_account USING (account_id) SEMI JOIN billed_client USING (client_id)
GROUP BY entity_id
