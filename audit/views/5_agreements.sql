-- What came up for renewal in the period, and what became of it.

CREATE TABLE contract AS
SELECT AccountId AS account_id, TRY_CAST(StartDate AS DATE) AS first_day, TRY_CAST(EndDate AS DATE) + 1 AS after_day
FROM read_csv('$landing/salesforce/Contract.csv', all_varchar = true, header = true)
WHERE EndDate <> '' AND TRY_CAST(EndDate AS DATE) + 1 > TRY_CAST(StartDate AS DATE);

-- A subscription of an account without contract ends on its own, or returns every year. One that
-- begins as another of its product ends, other than a number of years after that began, goes on
-- with what that had agreed: a change of seats.
CREATE MACRO is_return(begun, day) AS
    day > begun AND CAST(begun + to_years(CAST(year(day) - year(begun) AS INT)) AS DATE) = day;
CREATE VIEW coming_up AS
WITH RECURSIVE own AS (
    SELECT recurring.*, round_even(yearly, 0) AS worth FROM recurring
    WHERE first_day < coalesce(after_day, DATE '9999-12-31')
), alone AS (
    SELECT * FROM own WHERE account_id NOT IN (SELECT account_id FROM contract)
), agreed AS (
    SELECT account_id, subscription_id, product_id, own, first_day, after_day, first_day AS begun FROM alone
    UNION
    SELECT next.account_id, next.subscription_id, next.product_id, next.own, next.first_day, next.after_day, agreed.begun
    FROM agreed JOIN alone AS next USING (account_id, product_id, own)
    WHERE next.first_day = agreed.after_day AND next.subscription_id <> agreed.subscription_id
        AND NOT is_return(agreed.begun, agreed.after_day)
), first_agreed AS (
    SELECT account_id, subscription_id, product_id, own, first_day, after_day, min(begun) AS begun FROM agreed GROUP BY ALL
), lasting AS (
    SELECT *, EXISTS (FROM alone AS next WHERE next.account_id = a.account_id AND next.product_id = a.product_id
        AND next.own = a.own AND next.first_day = a.after_day AND next.subscription_id <> a.subscription_id)
        AND NOT is_return(begun, after_day) AS is_replaced
    FROM first_agreed AS a
), returned AS (
    -- 29 February comes back on the 28th.
    SELECT account_id, subscription_id, CAST(begun + to_years(years) AS DATE) AS day, first_day, after_day
    FROM lasting CROSS JOIN (SELECT unnest(range(1, 9))::INT AS years) WHERE after_day IS NULL OR is_replaced
), named AS (
    SELECT account_id, subscription_id, after_day AS day FROM lasting WHERE in_period(after_day) AND NOT is_replaced
    UNION SELECT account_id, subscription_id, day FROM returned
    WHERE in_period(day) AND day > first_day AND day < coalesce(after_day, DATE '9999-12-31')
), ending AS (
    SELECT DISTINCT account_id, after_day AS day FROM contract WHERE in_period(after_day)
), event AS (
    SELECT account_id, day, FALSE AS is_whole FROM named UNION SELECT account_id, day, TRUE FROM ending
)
SELECT account_id, day, own, subscription_id, is_whole OR named.subscription_id IS NOT NULL AS is_due,
    CASE WHEN first_day < day AND (after_day IS NULL OR after_day >= day) THEN worth ELSE 0 END AS before,
    CASE WHEN first_day <= judged AND (after_day IS NULL OR after_day > judged) THEN worth ELSE 0 END AS later
FROM event JOIN own USING (account_id) LEFT JOIN named USING (account_id, day, subscription_id),
    LATERAL (SELECT least(day + 30, getvariable('after') - 1) AS judged);

CREATE VIEW renewal AS
WITH summed AS (
    SELECT account_id, day, own, sum(before) FILTER (is_due) AS due, sum(before) FILTER (NOT is_due) AS rest, sum(later) AS later
    FROM coming_up GROUP BY account_id, day, own
), told AS (
    SELECT entity_id, client_id, account_id, day,
        sum(coalesce(converted(due, own, currency, 'month_end', getvariable('after') - 1), 0)) AS due,
        sum(coalesce(converted(later, own, currency, 'month_end', getvariable('after') - 1), 0)
            - coalesce(converted(rest, own, currency, 'month_end', getvariable('after') - 1), 0)) AS beyond
    FROM member JOIN summed USING (account_id) GROUP BY ALL
)
SELECT entity_id, due, least(greatest(beyond, 0), due) AS kept, CASE WHEN beyond > 0 THEN 'renewed'
    WHEN getvariable('after') - 1 < day + 30 THEN 'undecided' ELSE 'lost' END AS fate
FROM told WHERE due > 0;
