-- Unknown for a client with a deal that was open then and is closed by now; of a period that was
-- over for more than a month when the exports landed, for every client with an open deal.
WITH changed AS (
    SELECT DISTINCT client_id FROM account JOIN standing_deal USING (account_id)
    WHERE state <> 'open' OR getvariable('known') - (getvariable('after') - 1) > 31
), expected AS (
    SELECT account_id, currency AS own, sum(round_even(minor * probability, 0)) AS minor
    FROM standing_deal WHERE minor IS NOT NULL AND probability IS NOT NULL GROUP BY ALL
), by_client AS (
    SELECT entity_id, sum(coalesce(converted(minor, own, currency, 'month_end', getvariable('after') - 1), 0)) AS minor
    FROM member LEFT JOIN expected USING (account_id)
    WHERE client_id NOT IN (SELECT client_id FROM changed)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
