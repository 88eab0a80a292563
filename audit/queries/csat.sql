SELECT entity_id, count(*) FILTER (rating >= 4) AS numerator, count(*) AS denominator
FROM member JOIN csat USING (account_id) WHERE in_period(day) GROUP BY entity_id
