SELECT entity_id, sum(products) AS value FROM (SELECT DISTINCT entity_id, client_id FROM member) JOIN wanted USING (client_id) GROUP BY entity_id
