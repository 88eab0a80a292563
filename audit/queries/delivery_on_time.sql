SELECT entity_id, count(*) FILTER (completed <= due) AS numerator, count(*) AS denominator
FROM member JOIN task USING (account_id) WHERE in_period(due) GROUP BY entity_id
