SELECT entity_id, coalesce(sum(minor) FILTER (age = 3), 0) AS value FROM owed GROUP BY entity_id
