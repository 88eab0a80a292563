SELECT entity_id, sum(minor) AS value FROM expected GROUP BY entity_id
