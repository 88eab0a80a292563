SELECT entity_id, quantile_cont(getvariable('after') - 1 - created, 0.5) AS value
FROM member JOIN standing_deal USING (account_id) GROUP BY entity_id
