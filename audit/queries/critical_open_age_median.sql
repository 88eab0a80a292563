SELECT entity_id, quantile_cont(getvariable('after') - 1 - r.created_day, 0.5) AS value
FROM member JOIN ticket AS r USING (account_id)
WHERE r.priority IN ('urgent', 'high') AND r.created_day < getvariable('after')
    AND (r.status = 'open' OR r.solved_day >= getvariable('after'))
GROUP BY entity_id
