SELECT entity_id, sum(minor) AS value
FROM recurring_at(getvariable('after') - 1, getvariable('after') - 1) GROUP BY entity_id
