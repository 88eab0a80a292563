-- What came up for renewal in the period, and what became of it.

CREATE TABLE contract AS
SELECT AccountId AS account_id, Status AS status, TRY_CAST(StartDate AS DATE) AS first_day, TRY_CAST(EndDate AS DATE) + 1 AS after_day
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

-- At the newest rate of a month's end where the period is still to come.
CREATE MACRO rated_day() AS least(getvariable('after') - 1, date_trunc('month', getvariable('known') + 1)::DATE - 1);
CREATE VIEW renewal AS
WITH summed AS (
    SELECT account_id, day, own, sum(before) FILTER (is_due) AS due, sum(before) FILTER (NOT is_due) AS rest, sum(later) AS later
    FROM coming_up GROUP BY account_id, day, own
), told AS (
    SELECT entity_id, client_id, account_id, day,
        sum(coalesce(converted(due, own, currency, 'month_end', rated_day()), 0)) AS due,
        sum(coalesce(converted(later, own, currency, 'month_end', rated_day()), 0)
            - coalesce(converted(rest, own, currency, 'month_end', rated_day()), 0)) AS beyond
    FROM member JOIN summed USING (account_id) GROUP BY ALL
)
SELECT entity_id, account_id, client_id, day, due, least(greatest(beyond, 0), due) AS kept, CASE WHEN beyond > 0 THEN 'renewed'
    WHEN least(getvariable('after') - 1, getvariable('known')) < day + 30 THEN 'undecided' ELSE 'lost' END AS fate
FROM told WHERE due > 0;

-- How likely what comes up is to be renewed: certain where a signed contract follows; as the newest
-- request of the year before says; as decided renewals went without a discount; by the policy.
CREATE TABLE request AS
SELECT "Solicitud" AS request_id, client_id, spanish_day("Fecha") AS day, "Resultado" AS outcome,
    CASE WHEN "Probabilidad" <> '' THEN spanish_number("Probabilidad") END AS stated,
    CASE WHEN "Fecha de la decisión" <> '' THEN spanish_day("Fecha de la decisión") END AS decided,
    CASE WHEN "Descuento concedido" <> '' THEN spanish_number("Descuento concedido") END AS granted
FROM read_csv('$landing/finance/solicitudes_renovacion.csv', all_varchar = true, header = true, delim = ';')
JOIN account ON account_id = "Cuenta CRM";
-- Level and slope of the largest likelihood, by Newton's method.
CREATE TABLE own_curve AS
WITH RECURSIVE fit AS (
    SELECT 0 AS step, 0::DOUBLE AS level, 0::DOUBLE AS slope, list({'x': granted::DOUBLE, 'y': (outcome = 'Renovada')::INT}) AS cases
    FROM request WHERE outcome IN ('Renovada', 'Perdida') AND granted IS NOT NULL AND decided <= getvariable('known')
    HAVING count(*) >= 30
    UNION ALL
    SELECT step + 1, level + (xx * miss - x * slant) / (n * xx - x * x), slope + (n * slant - x * miss) / (n * xx - x * x), cases
    FROM (
        SELECT step, level, slope, cases, list_sum(list_transform(told, lambda c: c.w)) AS n,
            list_sum(list_transform(told, lambda c: c.w * c.x)) AS x, list_sum(list_transform(told, lambda c: c.w * c.x * c.x)) AS xx,
            list_sum(list_transform(told, lambda c: c.y - c.p)) AS miss, list_sum(list_transform(told, lambda c: (c.y - c.p) * c.x)) AS slant
        FROM (
            SELECT *, list_transform(list_transform(cases, lambda c: {'x': c.x, 'y': c.y, 'p': 1 / (1 + exp(-(level + slope * c.x)))}),
                lambda c: {'x': c.x, 'y': c.y, 'p': c.p, 'w': c.p * (1 - c.p)}) AS told
            FROM fit
        )
    ) WHERE step < 60 AND n * xx - x * x > 0 AND abs(level) < 1000 AND abs(slope) < 1000
)
SELECT level, slope FROM fit WHERE step = 60;
CREATE VIEW likely_renewal AS
SELECT entity_id, due, CASE
    WHEN EXISTS (FROM contract AS c WHERE c.account_id = renewal.account_id AND c.status = 'Activated'
        AND abs(c.first_day - renewal.day) <= 30 AND c.after_day > renewal.day) THEN 1::DECIMAL(30, 10)
    ELSE coalesce((
        SELECT arg_max(r.stated, (r.day, r.request_id)) FROM request AS r
        WHERE r.client_id = renewal.client_id AND r.day > renewal.day - 366 AND r.day < renewal.day
    ), (SELECT round(1 / (1 + exp(-level)), 6)::DECIMAL(30, 10) FROM own_curve WHERE slope >= 0), 0.85) END AS likely
FROM renewal;
