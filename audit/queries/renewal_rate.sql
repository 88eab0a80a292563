SELECT entity_id, count(*) FILTER (fate = 'renewed') AS numerator, count(*) AS denominator
FROM renewal WHERE fate <> 'undecided' GROUP BY entity_id
