SELECT entity_id, count(*) FILTER (in_period(r.due)) AS value
FROM member LEFT JOIN task AS r USING (account_id) GROUP BY entity_id
