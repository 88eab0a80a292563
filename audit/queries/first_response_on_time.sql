-- Those answered, and those that waited in vain for longer than four hours, of clients that are
-- ever answered.
WITH known AS (
    SELECT client_id, account_id, reply_hours,
        hours_open(filed_at, least(solved_at, midnight(getvariable('after')))) AS waited,
        bool_or(reply_hours IS NOT NULL) OVER (PARTITION BY client_id) AS is_answered_ever, created_day
    FROM account JOIN timed_ticket USING (account_id)
)
SELECT entity_id, count(*) FILTER (reply_hours <= 4) AS numerator, count(*) AS denominator
FROM member JOIN known USING (account_id, client_id)
WHERE in_period(created_day) AND is_answered_ever AND (reply_hours IS NOT NULL OR waited > 4)
GROUP BY entity_id
