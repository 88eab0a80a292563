-- Five years of the last one's contribution, of which each next one keeps what the segment keeps,
-- at a tenth a year; of clients younger than a year, of what the next one is expected to bring.
WITH young AS (
    SELECT client_id FROM (SELECT DISTINCT client_id FROM account)
    WHERE client_id NOT IN (SELECT client_id FROM account JOIN line USING (account_id)
            WHERE first_day < getvariable('after') - INTERVAL 12 MONTH)
        AND client_id NOT IN (SELECT client_id FROM payer WHERE since < getvariable('after') - INTERVAL 12 MONTH)
), a_year AS (
    SELECT entity_id, client_id, minor
    FROM contributed(CAST(getvariable('after') - INTERVAL 12 MONTH AS DATE), getvariable('after'))
    ANTI JOIN young USING (client_id)
    UNION ALL SELECT entity_id, client_id, minor FROM expected SEMI JOIN young USING (client_id)
)
SELECT entity_id, sum(round_even(minor * (1 + stays / 1.1 + (stays / 1.1) ** 2 + (stays / 1.1) ** 3 + (stays / 1.1) ** 4), 0)) AS value
FROM a_year JOIN segment_of USING (client_id) JOIN segment_stay USING (segment)
JOIN standing_on(getvariable('after') - 1) USING (client_id)
WHERE is_active GROUP BY entity_id
