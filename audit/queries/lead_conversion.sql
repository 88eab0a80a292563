WITH cohort AS (
    SELECT manager_id, team, became < getvariable('after') AS is_client
    FROM lead LEFT JOIN manager USING (manager_id)
    WHERE created >= getvariable('after') - 455 AND created < getvariable('after') - 90
)
SELECT CASE getvariable('kind') WHEN 'manager' THEN manager_id WHEN 'team' THEN team
        ELSE 'portfolio' END AS entity_id,
    count(*) FILTER (is_client) AS numerator, count(*) AS denominator
FROM cohort GROUP BY 1
