-- Of clients, managers and teams that have a target in their currency.
WITH earned AS (
    SELECT entity_id, currency, sum(converted(minor, own, currency, 'average', month)) AS minor
    FROM member JOIN (SELECT account_id, currency AS own, month, minor FROM revenue) USING (account_id)
    WHERE in_period(month) GROUP BY ALL
), line_of AS (
    SELECT DISTINCT entity_id FROM member SEMI JOIN line USING (account_id)
)
SELECT entity_id, coalesce(minor, 0) AS numerator, aimed_at AS denominator
FROM target JOIN (SELECT DISTINCT entity_id, currency FROM member) USING (entity_id, currency)
SEMI JOIN line_of USING (entity_id) LEFT JOIN (SELECT entity_id, minor FROM earned) USING (entity_id)
WHERE is_over() AND target.metric = 'recognised_revenue'
    AND period = CASE WHEN getvariable('after') = getvariable('first') + INTERVAL 3 MONTH
        THEN year(getvariable('first')) || '-Q' || quarter(getvariable('first'))
        ELSE strftime(getvariable('first'), '%Y-%m') END
