SELECT entity_id, sum(CASE part WHEN 'all' THEN days ELSE -days END) AS value
FROM counted_back GROUP BY entity_id HAVING count(days) = 2
