SELECT entity_id, sum(share) AS value
FROM share_of_revenue WHERE clients > 10 AND place <= 10 GROUP BY entity_id
