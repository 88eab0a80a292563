-- The feed's weeks start on a day of their own: whole ones up to the period's end.
WITH ended AS (
    SELECT account_id, any_value(getvariable('after') - 1
        - (isodow(getvariable('after') - 1) - isodow(day) + 1 + 7)::INT % 7) AS last_day
    FROM usage GROUP BY account_id
), ours AS (
    SELECT entity_id, client_id, events, (last_day - day)::INT // 7 AS back, last_day >= day AS is_past
    FROM member JOIN usage USING (account_id) JOIN ended USING (account_id)
), judged AS (
    SELECT entity_id, client_id, coalesce(sum(events) FILTER (is_past AND back < 4), 0) / 28.0 AS now,
        sum(events) FILTER (back >= 4 AND back < 16) / 84.0 AS before
    FROM ours GROUP BY ALL
    HAVING count(DISTINCT back) FILTER (back >= 4 AND back < 16) >= 11
)
SELECT entity_id, sum(now - before) AS numerator, sum(before) AS denominator
FROM judged WHERE before > 0 AND is_over() GROUP BY entity_id
