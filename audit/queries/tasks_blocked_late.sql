SELECT entity_id, count(*) FILTER (team IS NOT NULL AND due < getvariable('after') - 1
    AND (created IS NULL OR created < getvariable('after'))
    AND (completed IS NULL OR completed >= getvariable('after'))) AS value
FROM member LEFT JOIN task USING (account_id) GROUP BY entity_id
