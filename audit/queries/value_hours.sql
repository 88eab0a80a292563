SELECT entity_id, sum(hours) AS value
FROM member JOIN goal_now USING (account_id) WHERE is_confirmed AND hours IS NOT NULL GROUP BY entity_id
