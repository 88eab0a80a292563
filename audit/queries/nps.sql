WITH latest AS (
    SELECT entity_id, score FROM member JOIN nps USING (account_id) WHERE in_period(day)
    QUALIFY person IS NULL OR row_number() OVER (
        PARTITION BY entity_id, person ORDER BY answered_at DESC, answer_id DESC) = 1
)
SELECT entity_id, 100.0 * (count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6)) / count(*) AS value
FROM latest GROUP BY entity_id HAVING count(*) >= 5
