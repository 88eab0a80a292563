-- Of those that had any use by then.
WITH begun AS (
    SELECT client_id FROM account JOIN usage USING (account_id) WHERE day < getvariable('after')
)
SELECT entity_id, coalesce(sum(events) FILTER (in_period(day)), 0) AS value
FROM member JOIN usage USING (account_id) SEMI JOIN begun USING (client_id) GROUP BY entity_id
