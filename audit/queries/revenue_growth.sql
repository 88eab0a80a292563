-- Of clients that earned something in the span that it is set beside.
WITH by_client AS (
    SELECT entity_id, client_id,
        coalesce(sum(converted(minor, own, currency, 'average', month))
            FILTER (in_period(month)), 0) AS now,
        coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (
            month >= getvariable('first') - INTERVAL (datediff('month', getvariable('first'), getvariable('after'))) MONTH
            AND month < getvariable('after') - INTERVAL (datediff('month', getvariable('first'), getvariable('after'))) MONTH), 0) AS base
    FROM member JOIN (SELECT account_id, currency AS own, month, minor FROM revenue) USING (account_id)
    GROUP BY ALL
)
SELECT entity_id, sum(now - base) AS numerator, sum(base) AS denominator
FROM by_client WHERE base > 0 AND is_over() AND NOT isnan(now + base) GROUP BY entity_id
