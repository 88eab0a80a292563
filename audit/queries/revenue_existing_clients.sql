-- Of clients by whether they earned us something in the same span a year ago.
WITH by_client AS (
    SELECT entity_id, client_id,
        coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (in_period(month)), 0) AS now,
        coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (
            month >= getvariable('first') - INTERVAL 12 MONTH AND month < getvariable('after') - INTERVAL 12 MONTH), 0) AS base
    FROM member JOIN (SELECT account_id, currency AS own, month, minor FROM revenue) USING (account_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, coalesce(sum(now) FILTER (base > 0), 0) AS value
FROM by_client WHERE NOT isnan(now + base) GROUP BY entity_id
