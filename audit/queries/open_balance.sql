SELECT entity_id, sum(minor) AS value FROM owed GROUP BY entity_id
