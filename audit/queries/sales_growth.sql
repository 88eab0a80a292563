WITH won AS (
    SELECT entity_id, closes, converted(minor, own, currency, 'average', closes) AS minor
    FROM member JOIN (
        SELECT account_id, currency AS own, date_trunc('month', closes)::DATE AS closes, sum(minor) AS minor
        FROM deal WHERE state = 'won' GROUP BY ALL
    ) USING (account_id)
), sums AS (
    SELECT entity_id, coalesce(sum(minor) FILTER (in_period(closes)), 0) AS now,
        coalesce(sum(minor) FILTER (closes >= getvariable('first') - INTERVAL 12 MONTH
            AND closes < getvariable('after') - INTERVAL 12 MONTH), 0) AS base
    FROM won GROUP BY entity_id
)
SELECT entity_id, now - base AS numerator, base AS denominator FROM sums WHERE is_over()
