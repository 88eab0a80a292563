WITH by_cause AS (
    SELECT entity_id, category, count(*) AS tickets
    FROM member JOIN ticket USING (account_id)
    WHERE in_period(created_day) AND category <> '' GROUP BY ALL
)
SELECT entity_id, max(tickets) AS numerator, sum(tickets) AS denominator FROM by_cause GROUP BY entity_id
