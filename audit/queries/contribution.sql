-- Of clients that have lines, and the costs of every month with revenue.
WITH earned AS (
    SELECT account_id, currency AS own, month, minor, 'revenue' AS kind
    FROM revenue WHERE in_period(month)
), spent AS (
    SELECT account_id, currency AS own, month, -minor AS minor, kind
    FROM cost WHERE in_period(month) AND kind IN ('sales', 'serve')
), lacking AS (
    SELECT DISTINCT client_id
    FROM (SELECT client_id, month, sum(minor) AS minor FROM account JOIN earned USING (account_id)
        GROUP BY ALL HAVING sum(minor) <> 0) AS has
    CROSS JOIN (SELECT unnest(['sales', 'serve']) AS kind) AS wanted
    WHERE NOT EXISTS (
        FROM account JOIN spent USING (account_id)
        WHERE account.client_id = has.client_id AND spent.month = has.month
            AND spent.kind = wanted.kind)
), money AS (
    SELECT entity_id, client_id, kind, converted(minor, own, currency, 'average', month) AS minor
    FROM member LEFT JOIN (
        SELECT account_id, own, month, kind, sum(minor) AS minor
        FROM (FROM earned UNION ALL FROM spent) GROUP BY ALL
    ) USING (account_id)
    WHERE client_id IN (SELECT client_id FROM account JOIN line USING (account_id))
        AND client_id NOT IN (SELECT client_id FROM lacking)
)
SELECT entity_id, coalesce(sum(minor), 0) AS value FROM money GROUP BY entity_id
