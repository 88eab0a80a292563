SELECT entity_id, quantile_cont(
    CASE WHEN completed < getvariable('after') THEN completed ELSE getvariable('after') - 1 END - due, 0.5
) AS value
FROM member JOIN task USING (account_id)
WHERE in_period(due) AND (completed IS NULL OR completed > due) GROUP BY entity_id
