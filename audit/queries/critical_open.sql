SELECT entity_id, count(*) FILTER (r.priority IN ('urgent', 'high') AND r.created_day < getvariable('after')
    AND (r.status = 'open' OR r.solved_day >= getvariable('after'))) AS value
FROM member LEFT JOIN ticket AS r USING (account_id) GROUP BY entity_id
