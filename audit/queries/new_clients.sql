-- Judged by account and currency, so that no rate decides it.
WITH earned AS (
    SELECT client_id, sum(minor) FILTER (in_period(month)) > 0 AS now,
        sum(minor) FILTER (month >= getvariable('first') - INTERVAL 12 MONTH AND month < getvariable('first')) > 0 AS lately,
        sum(minor) FILTER (month < getvariable('first')) > 0 AS ever
    FROM account JOIN revenue USING (account_id) GROUP BY client_id, account_id, revenue.currency
), judged AS (
    SELECT client_id, bool_or(now) AND NOT coalesce(bool_or(lately), FALSE) AS came, coalesce(bool_or(ever), FALSE) AS ever
    FROM earned GROUP BY client_id
)
SELECT entity_id, count(DISTINCT client_id) FILTER (came AND NOT ever) AS value
FROM member LEFT JOIN judged USING (client_id) GROUP BY entity_id
