-- Today's revenue at the rates of then; of clients that earned something then.
WITH by_client AS (
    SELECT entity_id, client_id,
        coalesce(sum(converted(minor, own, currency, 'average', month - to_months(12)))
            FILTER (in_period(month)), 0) AS now,
        coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (
            month >= getvariable('first') - to_months(12)
            AND month < getvariable('after') - to_months(12)), 0) AS base
    FROM member JOIN (SELECT account_id, currency AS own, month, minor FROM revenue) USING (account_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(now - base) AS numerator, sum(base) AS denominator
FROM by_client WHERE base > 0 AND is_over() AND NOT isnan(now + base) GROUP BY entity_id
