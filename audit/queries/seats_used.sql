SELECT entity_id, max(users) AS numerator, max(seats) AS denominator
FROM member JOIN usage USING (account_id)
WHERE day >= getvariable('after') - 28 AND day < getvariable('after') GROUP BY entity_id
