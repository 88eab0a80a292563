SELECT entity_id, count(*) FILTER (state = 'won') AS numerator, count(*) AS denominator
FROM member JOIN closed_deal USING (account_id) GROUP BY entity_id
