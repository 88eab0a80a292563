SELECT entity_id, count(*) FILTER (b.is_active) AS numerator, count(*) AS denominator
FROM (SELECT DISTINCT entity_id, client_id FROM member)
JOIN standing_on(getvariable('first') - 1) AS a USING (client_id)
JOIN standing_on(getvariable('after') - 1) AS b USING (client_id)
WHERE a.is_active GROUP BY entity_id
