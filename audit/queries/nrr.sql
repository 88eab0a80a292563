-- Both ends at the opening rates, of clients that paid something then.
WITH ends AS (
    SELECT entity_id, client_id, a.minor AS opening, b.minor AS closing
    FROM recurring_at(getvariable('first') - 1, getvariable('first') - 1) AS a
    JOIN recurring_at(getvariable('after') - 1, getvariable('first') - 1) AS b USING (entity_id, client_id)
)
SELECT entity_id, sum(closing) AS numerator, sum(opening) AS denominator
FROM ends WHERE opening > 0 GROUP BY entity_id
