-- What names no invoice, net of refunds that name none; what exceeds an invoice and was not given
-- back; less what invoices say to be settled beyond what we see, for that money went there.
WITH loose AS (
    SELECT account_id, own, greatest(sum(CASE kind WHEN 'refunded' THEN -minor ELSE minor END), 0) AS minor
    FROM moved
    WHERE day < getvariable('after') AND (document_id IS NULL OR issued >= getvariable('after'))
    GROUP BY ALL
), excess AS (
    SELECT bill.account_id, bill.own, greatest(sum(moved.minor) FILTER (kind <> 'refunded')
        - coalesce(sum(moved.minor) FILTER (kind = 'refunded'), 0) - greatest(any_value(bill.minor), 0), 0) AS minor
    FROM moved JOIN bill USING (document_id)
    WHERE day < getvariable('after') AND bill.issued < getvariable('after') GROUP BY document_id, bill.account_id, bill.own
), held AS (
    SELECT account_id, own, -minor AS minor FROM beside
    WHERE issued < getvariable('after') AND status <> 'uncollectible'
), together AS (
    SELECT account_id, own, greatest(sum(minor), 0) AS minor
    FROM (FROM loose UNION ALL FROM excess UNION ALL FROM held) GROUP BY ALL
), by_client AS (
    SELECT entity_id, sum(coalesce(converted(minor, own, currency, 'month_end', getvariable('after') - 1), 0)) AS minor
    FROM member LEFT JOIN together USING (account_id) SEMI JOIN billed_client USING (client_id)
    GROUP BY entity_id, client_id
)
SELECT entity_id, sum(minor) AS value FROM by_client WHERE NOT isnan(minor) GROUP BY entity_id
