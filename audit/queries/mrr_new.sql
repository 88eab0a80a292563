SELECT entity_id, coalesce(sum(minor) FILTER (movement = 'new'), 0) AS value FROM bridge GROUP BY entity_id
