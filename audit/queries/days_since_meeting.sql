SELECT entity_id, min(getvariable('after') - 1 - day) AS value
FROM member JOIN meeting USING (account_id) WHERE day < getvariable('after') GROUP BY entity_id
