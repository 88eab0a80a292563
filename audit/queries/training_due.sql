-- Of clients whose tasks say their kind.
WITH known AS (
    SELECT DISTINCT client_id FROM account JOIN task USING (account_id) WHERE kind IS NOT NULL
)
SELECT entity_id, count(*) FILTER (kind = 'training' AND in_period(due)) AS value
FROM member SEMI JOIN known USING (client_id) LEFT JOIN task USING (account_id) GROUP BY entity_id
