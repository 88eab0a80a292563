SELECT entity_id, count(*) FILTER (in_period(r.day)) AS value
FROM member LEFT JOIN meeting AS r USING (account_id) GROUP BY entity_id
