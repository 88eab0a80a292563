SELECT entity_id, count(*) FILTER (r.task_id IS NOT NULL AND r.due IS NULL AND (r.created IS NULL OR r.created < getvariable('after'))
    AND (r.completed IS NULL OR r.completed >= getvariable('after'))) AS value
FROM member LEFT JOIN task AS r USING (account_id) GROUP BY entity_id
