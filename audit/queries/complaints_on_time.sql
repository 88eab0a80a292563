SELECT entity_id, count(*) FILTER (reply_hours <= 4) AS numerator, count(*) AS denominator
FROM member JOIN timed_ticket USING (account_id)
WHERE is_complaint AND in_period(created_day) GROUP BY entity_id
