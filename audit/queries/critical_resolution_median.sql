SELECT entity_id, quantile_cont(solve_hours, 0.5) AS value
FROM member JOIN timed_ticket USING (account_id)
WHERE priority IN ('urgent', 'high') AND in_period(solved_day) GROUP BY entity_id
