-- From the first subscription, of clients younger than a year, to the first week in which half of
-- the seats were in use. Use must be known from the first week on.
WITH begun AS (
    SELECT entity_id, min(first_day) AS since FROM member JOIN recurring USING (account_id)
    WHERE first_day < getvariable('after') AND first_day < coalesce(after_day, DATE '9999-12-31') GROUP BY entity_id
), seen AS (
    SELECT entity_id, min(day) AS seen_from,
        min(day) FILTER (day + 7 > since AND seats > 0 AND users / seats >= 0.5) AS reached
    FROM begun JOIN member USING (entity_id) JOIN usage USING (account_id)
    WHERE day < getvariable('after') GROUP BY entity_id
)
SELECT entity_id, greatest(reached - since, 0) AS value FROM begun JOIN seen USING (entity_id)
WHERE since >= getvariable('after') - INTERVAL 12 MONTH AND seen_from <= since + 7 AND reached IS NOT NULL
