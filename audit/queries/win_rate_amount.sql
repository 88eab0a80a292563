WITH closed AS (
    SELECT account_id, currency AS own, date_trunc('month', closes)::DATE AS month, state, sum(minor) AS minor
    FROM closed_deal GROUP BY ALL
)
SELECT entity_id,
    coalesce(sum(converted(minor, own, currency, 'average', month)) FILTER (state = 'won'), 0) AS numerator,
    sum(converted(minor, own, currency, 'average', month)) AS denominator
FROM member JOIN closed USING (account_id) GROUP BY entity_id
