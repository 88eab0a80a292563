-- What recurs at the ends of months, by account and currency: a year's money and a month's.

CREATE TABLE month_end AS SELECT next_month - 1 AS day FROM month;
CREATE TABLE level AS
SELECT account_id, own, day, sum(round_even(yearly, 0)) AS yearly, round_even(sum(round_even(yearly, 0)) / 12.0, 0) AS monthly
FROM recurring JOIN month_end ON first_day <= day AND (after_day IS NULL OR after_day > day)
GROUP BY ALL;
-- Since when a client has been one that pays, and the first month at whose end it was.
CREATE TABLE payer AS
SELECT client_id, min(first_day) AS since, min(last_day(first_day)) FILTER (
    first_day < coalesce(after_day, DATE '9999-12-31') AND coalesce(after_day, DATE '9999-12-31') > last_day(first_day)
) AS first_end
FROM account JOIN recurring USING (account_id)
WHERE first_day < coalesce(after_day, DATE '9999-12-31') GROUP BY client_id;

-- What recurred at the end of a day, at the month-end rate of another; 0 where nothing did.
CREATE MACRO recurring_at(of_day, rated) AS TABLE
SELECT entity_id, client_id, coalesce(sum(converted(monthly, own, currency, 'month_end', rated)), 0) AS minor,
    count(monthly) > 0 AS is_running
FROM member
LEFT JOIN (SELECT account_id, own, monthly FROM level WHERE day = of_day) USING (account_id)
SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
GROUP BY ALL HAVING NOT isnan(coalesce(sum(converted(monthly, own, currency, 'month_end', rated)), 0));

-- By client and month of the period: how recurring revenue got from one end to the next.
CREATE VIEW bridge AS
WITH pairs AS (
    SELECT entity_id, client_id, account_id, currency, month, next_month - 1 AS last
    FROM member SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
    CROSS JOIN (SELECT * FROM month WHERE in_period(month))
), told AS (
    SELECT entity_id, client_id, month, 'start' AS part, own, currency, monthly, month - 1 AS rated
    FROM pairs JOIN level USING (account_id) WHERE day = month - 1
    UNION ALL
    SELECT entity_id, client_id, month, 'base', own, currency, monthly, month
    FROM pairs JOIN level USING (account_id) WHERE day = month - 1
    UNION ALL
    SELECT entity_id, client_id, month, 'last', own, currency, monthly, month
    FROM pairs JOIN level USING (account_id) WHERE day = last
), summed AS (
    SELECT entity_id, client_id, month,
        coalesce(sum(converted(monthly, own, currency, 'month_end', rated)) FILTER (part = 'start'), 0) AS start,
        coalesce(sum(converted(monthly, own, currency, 'month_end', rated)) FILTER (part = 'base'), 0) AS base,
        coalesce(sum(converted(monthly, own, currency, 'month_end', rated)) FILTER (part = 'last'), 0) AS last,
        count(part) FILTER (part = 'base') > 0 AS had, count(part) FILTER (part = 'last') > 0 AS has
    FROM (SELECT DISTINCT entity_id, client_id, month FROM pairs) LEFT JOIN told USING (entity_id, client_id, month)
    GROUP BY ALL
)
SELECT entity_id, client_id, month, start, base - start AS exchange, CASE
        WHEN last > base AND had THEN 'expansion'
        WHEN last > base AND first_end < month THEN 'reactivation'
        WHEN last > base THEN 'new'
        WHEN last < base AND has THEN 'contraction'
        WHEN last < base THEN 'churn' END AS movement,
    abs(last - base) AS minor
FROM summed JOIN payer USING (client_id)
QUALIFY NOT bool_or(isnan(start + base + last)) OVER (PARTITION BY entity_id, client_id);
