-- What clients are like, each for itself, and what those of a segment are like together.

-- What was left after all cost in `[since, until)`, of clients that have lines and the costs of
-- every month with revenue.
CREATE MACRO contributed(since, until) AS TABLE
WITH earned AS (
    SELECT account_id, currency AS own, month, minor FROM revenue WHERE month >= since AND month < until
), spent AS (
    SELECT account_id, currency AS own, month, -minor AS minor, kind FROM cost WHERE month >= since AND month < until
), lacking AS (
    SELECT client_id
    FROM (SELECT client_id, month FROM account JOIN earned USING (account_id)
        GROUP BY client_id, month HAVING sum(minor) <> 0) AS has
    CROSS JOIN (SELECT unnest(['sales', 'serve']) AS kind) AS wanted
    ANTI JOIN (SELECT client_id, month, kind FROM account JOIN spent USING (account_id)) AS known
        USING (client_id, month, kind)
), money AS (
    SELECT account_id, own, month, 'revenue' AS kind, sum(minor) AS minor FROM earned GROUP BY ALL
    UNION ALL SELECT account_id, own, month, kind, sum(minor) FROM spent GROUP BY ALL
)
SELECT entity_id, client_id, coalesce(sum(converted(minor, own, currency, 'average', month)), 0) AS minor,
    coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (part = 'revenue'), 0) AS revenue
FROM member
LEFT JOIN (SELECT * RENAME (kind AS part) FROM money) USING (account_id)
SEMI JOIN (SELECT client_id FROM account JOIN line USING (account_id)) USING (client_id)
ANTI JOIN lacking USING (client_id)
GROUP BY entity_id, client_id;

-- Whether clients stood at the end of a day: with something that recurs; and those that never
-- had anything that does, with revenue in the 180 days up to it.
CREATE MACRO standing_on(of_day) AS TABLE
WITH running AS (
    SELECT DISTINCT client_id FROM account JOIN recurring USING (account_id)
    WHERE first_day <= of_day AND (after_day IS NULL OR after_day > of_day)
), earning AS (
    SELECT client_id FROM account JOIN (
        SELECT line.account_id, line.currency,
            sum(earned_until(net, first_day, after_day, of_day + 1) - earned_until(net, first_day, after_day, of_day - 179)) AS minor
        FROM line GROUP BY line.account_id, line.currency HAVING minor > 0
    ) USING (account_id)
)
SELECT client_id, running.client_id IS NOT NULL
        OR (earning.client_id IS NOT NULL AND coalesce(since > of_day, TRUE)) AS is_active
FROM (SELECT DISTINCT client_id FROM account)
LEFT JOIN running USING (client_id) LEFT JOIN (SELECT DISTINCT client_id FROM earning) AS earning USING (client_id)
LEFT JOIN payer USING (client_id);

-- A year ahead of what runs, or is known to come. An end that nobody had told of was not known.
CREATE VIEW ahead AS
WITH days AS (
    SELECT account_id, own, round_even(yearly, 0)::DECIMAL(38, 0) AS yearly,
        datediff('day', getvariable('after'), getvariable('after') + INTERVAL 12 MONTH) AS whole,
        greatest(datediff('day', greatest(first_day, getvariable('after')),
            least(CASE WHEN said_day >= getvariable('after') THEN DATE '9999-12-31'
                ELSE coalesce(after_day, DATE '9999-12-31') END, CAST(getvariable('after') + INTERVAL 12 MONTH AS DATE))), 0) AS part
    FROM recurring
    WHERE coalesce(after_day, DATE '9999-12-31') > first_day
        AND (first_day < getvariable('after') OR getvariable('known') <= getvariable('after'))
        AND (after_day IS NULL OR after_day >= getvariable('after'))
), summed AS (
    SELECT account_id, own, sum(half_even_share(yearly, part, whole)) AS minor FROM days GROUP BY account_id, own
)
SELECT entity_id, client_id, coalesce(sum(converted(minor, own, currency, 'month_end', getvariable('after') - 1)), 0) AS minor
FROM member LEFT JOIN summed USING (account_id)
SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
GROUP BY entity_id, client_id HAVING NOT isnan(minor);

CREATE VIEW segment_of AS SELECT DISTINCT client_id, segment FROM account WHERE segment <> '';
CREATE VIEW segment_margin AS
SELECT segment, sum(minor) / sum(revenue) AS margin
FROM contributed(CAST(getvariable('after') - INTERVAL 12 MONTH AS DATE), getvariable('after'))
JOIN segment_of USING (client_id)
WHERE entity_id = 'portfolio portfolio' AND revenue > 0 GROUP BY segment HAVING count(*) >= 5 AND sum(revenue) > 0;
CREATE VIEW segment_stay AS
SELECT segment, count(*) FILTER (b.is_active) / count(*) AS stays
FROM standing_on(CAST(getvariable('after') - INTERVAL 12 MONTH - INTERVAL 1 DAY AS DATE)) AS a
JOIN standing_on(getvariable('after') - 1) AS b USING (client_id) JOIN segment_of USING (client_id)
WHERE a.is_active GROUP BY segment HAVING count(*) >= 5;
-- Profit that a client is expected to bring, in the currency of every entity that it is in.
CREATE VIEW expected AS
SELECT entity_id, client_id, round_even(minor * margin, 0) AS minor
FROM ahead JOIN segment_of USING (client_id) JOIN segment_margin USING (segment);

-- What clients pay a year for products of the price list, in the reporting currency; null where
-- none of it has a rate.
CREATE VIEW owned AS
WITH by_account AS (
    SELECT account_id, own, product_id, sum(round_even(yearly, 0)) AS minor FROM recurring
    WHERE first_day < getvariable('after') AND (after_day IS NULL OR after_day >= getvariable('after'))
        AND product_id IN (SELECT product_id FROM price WHERE is_recurring)
    GROUP BY account_id, own, product_id
)
SELECT client_id, segment, product_id,
    sum(converted(minor, own, currency, 'month_end', getvariable('after') - 1))
        FILTER (NOT isnan(converted(minor, own, currency, 'month_end', getvariable('after') - 1))) AS minor
FROM member JOIN by_account USING (account_id) JOIN segment_of USING (client_id)
WHERE entity_id = 'portfolio portfolio' GROUP BY ALL;
CREATE VIEW wanted AS
WITH size AS (SELECT segment, count(DISTINCT client_id) AS subscribers FROM owned WHERE minor IS NOT NULL GROUP BY segment),
worth AS (
    SELECT segment, product_id, round_even(median(minor) * count(*) / any_value(subscribers), 0) AS minor
    FROM owned JOIN size USING (segment) WHERE minor IS NOT NULL GROUP BY segment, product_id HAVING count(*) >= 3
)
SELECT client_id, count(product_id) FILTER (NOT is_owned) AS products,
    coalesce(sum(minor) FILTER (NOT is_owned), 0) AS minor
FROM (
    SELECT client_id, product_id, worth.minor, owned.client_id IS NOT NULL AS is_owned
    FROM (SELECT client_id FROM standing_on(getvariable('after') - 1) WHERE is_active)
    JOIN segment_of USING (client_id) JOIN worth USING (segment)
    LEFT JOIN owned USING (client_id, segment, product_id)
) GROUP BY client_id;
