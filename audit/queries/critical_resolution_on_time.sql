SELECT entity_id, count(*) FILTER (is_met) AS numerator, count(*) AS denominator
FROM member JOIN judged_ticket USING (account_id) WHERE priority IN ('urgent', 'high') GROUP BY entity_id
