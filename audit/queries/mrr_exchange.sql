SELECT entity_id, sum(exchange) AS value FROM bridge GROUP BY entity_id
