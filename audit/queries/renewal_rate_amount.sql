SELECT entity_id, sum(kept) AS numerator, sum(due) AS denominator
FROM renewal WHERE fate <> 'undecided' GROUP BY entity_id
