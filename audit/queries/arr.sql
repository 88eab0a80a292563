WITH by_client AS (
    SELECT entity_id, coalesce(sum(converted(yearly, own, currency, 'month_end', getvariable('after') - 1)), 0) AS minor
    FROM member LEFT JOIN (SELECT account_id, own, yearly FROM level WHERE day = getvariable('after') - 1) USING (account_id)
    SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
