SELECT entity_id, 10000 * sum(share * share) AS value FROM share_of_revenue GROUP BY entity_id
