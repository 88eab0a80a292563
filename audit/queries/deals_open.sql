SELECT entity_id, count(deal_id) AS value
FROM member LEFT JOIN standing_deal USING (account_id) GROUP BY entity_id
