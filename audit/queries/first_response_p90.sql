SELECT entity_id, quantile_cont(reply_hours, 0.9) AS value
FROM member JOIN timed_ticket USING (account_id) WHERE in_period(created_day) GROUP BY entity_id
