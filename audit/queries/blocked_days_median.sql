SELECT entity_id, quantile_cont(getvariable('after') - 1 - due, 0.5) AS value
FROM member JOIN task USING (account_id)
WHERE team IS NOT NULL AND due < getvariable('after') - 1
    AND (created IS NULL OR created < getvariable('after'))
    AND (completed IS NULL OR completed >= getvariable('after')) GROUP BY entity_id
