SELECT entity_id, coalesce(sum(converted(yearly, own, currency, 'month_end', getvariable('after') - 1)), 0) AS value
FROM member LEFT JOIN (SELECT account_id, own, yearly FROM level WHERE day = getvariable('after') - 1) USING (account_id)
SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
GROUP BY entity_id
