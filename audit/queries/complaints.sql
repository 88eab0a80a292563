SELECT entity_id, count(*) FILTER (in_period(r.created_day) AND r.is_complaint) AS value
FROM member LEFT JOIN ticket AS r USING (account_id) GROUP BY entity_id
