SELECT entity_id,
    count(*) FILTER (state = 'won' AND closes < getvariable('after')) AS numerator, count(*) AS denominator
FROM member JOIN deal USING (account_id)
WHERE created >= getvariable('after') - 455 AND created < getvariable('after') - 90 GROUP BY entity_id
