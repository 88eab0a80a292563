WITH latest AS (
    SELECT entity_id, score FROM member JOIN nps USING (account_id) WHERE in_period(day)
    QUALIFY person IS NULL OR row_number() OVER (
        PARTITION BY entity_id, person ORDER BY answered_at DESC, answer_id DESC) = 1
)

SELECT entity_id, 196 * sqrt(greatest(
    (promoters + detractors) / answers - ((promoters - detractors) / answers) ** 2, 0) / answers) AS value
FROM (
    SELECT entity_id, count(*) FILTER (score >= 9) AS promoters,
        count(*) FILTER (score <= 6) AS detractors, count(*) AS answers
    FROM latest GROUP BY entity_id
) WHERE answers >= 5
