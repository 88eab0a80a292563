SELECT entity_id, coalesce(sum(minor) FILTER (movement = 'reactivation'), 0) AS value FROM bridge GROUP BY entity_id
