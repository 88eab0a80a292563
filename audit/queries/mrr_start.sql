SELECT entity_id, sum(start) AS value FROM bridge WHERE month = getvariable('first') GROUP BY entity_id
