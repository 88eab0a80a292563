SELECT entity_id, count(due) AS value FROM (SELECT DISTINCT entity_id FROM member) LEFT JOIN renewal USING (entity_id) GROUP BY entity_id
