WITH cohort AS (
    SELECT manager_id, team, became < getvariable('after') AS is_client
    FROM lead LEFT JOIN manager USING (manager_id)
    WHERE created >= getvariable('after') - 455 AND created < getvariable('after') - 90
)
SELECT unnest(['manager ' || manager_id, 'team ' || team, 'portfolio portfolio']) AS entity_id,
    count(*) FILTER (is_client) AS numerator, count(*) AS denominator
FROM cohort GROUP BY 1
