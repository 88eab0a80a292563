SELECT entity_id, count(*) FILTER (in_period(r.solved_day)) AS value
FROM member LEFT JOIN ticket AS r USING (account_id) GROUP BY entity_id
