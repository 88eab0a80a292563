-- Five years of the last one's contribution, of which each next one keeps what the segment keeps,
-- at a tenth a year; of clients younger than a year, or back for less than one after months without
-- a subscription, of what the next one is expected to bring.
WITH paying AS (
    SELECT DISTINCT client_id, day FROM account JOIN level USING (account_id)
), back AS (
    SELECT DISTINCT client_id FROM payer JOIN month_end ON since <= day
    WHERE day >= getvariable('after') - INTERVAL 12 MONTH - INTERVAL 1 DAY AND day < getvariable('after') - 1
        AND (client_id, day) NOT IN (SELECT (client_id, day) FROM paying)
        AND client_id IN (SELECT client_id FROM paying WHERE day = getvariable('after') - 1)
), young AS (
    SELECT client_id FROM back UNION
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
