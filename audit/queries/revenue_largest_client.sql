SELECT entity_id, max(share) AS value FROM share_of_revenue WHERE clients > 1 GROUP BY entity_id
