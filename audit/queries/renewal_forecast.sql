SELECT entity_id, coalesce(sum(round_even(due::DECIMAL(25, 0) * likely::DECIMAL(10, 6), 0)), 0) AS value
FROM (
    SELECT DISTINCT entity_id FROM member
    SEMI JOIN (SELECT client_id FROM payer WHERE since < getvariable('after')) USING (client_id)
) LEFT JOIN likely_renewal USING (entity_id) GROUP BY entity_id
