-- Seven parts on scales, weighed; at least 60 % of the weights must be known. Parts of too few
-- cases are not.
WITH read AS (
    SELECT entity_id, 0.20 AS weight, 50 + 250 * least(greatest(numerator / denominator, -0.2), 0.2) AS points
    FROM figure_revenue_growth_year WHERE denominator > 0
    UNION ALL SELECT entity_id, 0.15, least(greatest((numerator / denominator - 0.2) / 0.4, 0), 1) * 100
    FROM figure_contribution_margin WHERE denominator > 0
    UNION ALL SELECT entity_id, 0.15, 100 - least(greatest(value, 0), 60) / 0.6
    FROM figure_average_days_delinquent
    UNION ALL SELECT entity_id, 0.20, least(greatest(value + 50, 0), 100) FROM figure_nps
    UNION ALL SELECT entity_id, 0.20, least(greatest(numerator / denominator - 0.5, 0) * 200, 100)
    FROM figure_csat ANTI JOIN figure_nps USING (entity_id) WHERE denominator >= 5
    UNION ALL SELECT entity_id, 0.10, least(greatest(numerator / denominator - 0.5, 0) * 200, 100)
    FROM figure_critical_resolution_on_time WHERE denominator >= 3
    UNION ALL SELECT entity_id, 0.10, least(greatest(numerator / denominator - 0.5, 0) * 200, 100)
    FROM figure_first_response_on_time
    ANTI JOIN (FROM figure_critical_resolution_on_time WHERE denominator >= 3) AS solved USING (entity_id)
    WHERE denominator >= 5
    UNION ALL SELECT entity_id, 0.10, CASE WHEN change <= 0 THEN greatest(change + 0.3, 0) / 0.3 * 70
        ELSE 70 + least(change, 0.2) * 150 END
    FROM (SELECT entity_id, numerator / denominator AS change FROM figure_usage_change WHERE denominator > 0)
    UNION ALL SELECT entity_id, 0.10, CASE WHEN planned > 0 THEN least(held / planned, 1) * 100 ELSE 100 END
    FROM (SELECT entity_id, value AS held FROM figure_meetings_held)
    JOIN (SELECT entity_id, denominator AS planned FROM figure_meetings_of_plan) USING (entity_id)
)
SELECT entity_id, sum(weight * points) / sum(weight) AS value
FROM read WHERE points IS NOT NULL GROUP BY entity_id HAVING sum(weight) > 0.6 - 1e-9
