-- The sample's exports as plain views. $landing is the folder of one delivery, $zone the company's
-- time zone, $reporting its currency.

CREATE MACRO instant(text) AS CAST(replace(text, 'Z', '') || '+00' AS TIMESTAMPTZ);
CREATE MACRO local_day(text) AS CAST(instant(text) AT TIME ZONE '$zone' AS DATE);
CREATE MACRO spanish_day(text) AS CAST(strptime(text, '%d/%m/%Y') AS DATE);
CREATE MACRO spanish_number(text) AS
    CAST(replace(replace(text, '.', ''), ',', '.') AS DECIMAL(30, 10));
CREATE MACRO in_period(day) AS day >= getvariable('first') AND day < getvariable('after');
CREATE MACRO decimals(currency) AS CASE WHEN currency IN ('JPY', 'CLP') THEN 0 ELSE 2 END;
CREATE MACRO minor_of(major, currency) AS
    CAST(round_even(CAST(major AS DECIMAL(30, 10)) * power(10, decimals(currency))::INT, 0) AS HUGEINT);

CREATE MACRO reporting_currency() AS '$reporting';

CREATE VIEW manager AS
SELECT Id AS manager_id, Department AS team
FROM read_csv('$landing/salesforce/User.csv', all_varchar = true, header = true)
WHERE UserType = 'Standard';

CREATE TABLE account AS
WITH RECURSIVE raw AS (
    SELECT Id AS account_id, nullif(ParentId, '') AS parent_id, OwnerId AS manager_id,
        lower(Segment__c) AS segment, lower(Tier__c) AS tier,
        CurrencyIsoCode AS currency
    FROM read_csv('$landing/salesforce/Account.csv', all_varchar = true, header = true)
    WHERE IsDeleted NOT IN ('1', 'true')
        AND coalesce(Type, '') NOT SIMILAR TO '(Partner|Channel Partner|Technology Partner).*'
), above AS (
    SELECT account_id, account_id AS client_id, parent_id FROM raw
    UNION ALL
    SELECT above.account_id, raw.account_id, raw.parent_id
    FROM above JOIN raw ON raw.account_id = above.parent_id
)
SELECT raw.account_id, above.client_id, top.manager_id, top.segment, top.tier, top.currency
FROM raw
JOIN above ON above.account_id = raw.account_id AND above.parent_id IS NULL
JOIN raw AS top ON top.account_id = above.client_id;

-- Whose accounts make up which entity, and the currency that it is told in. The kind is part of an
-- entity's name, so that every kind is answered at once.
CREATE TABLE member AS
SELECT 'client ' || client_id AS entity_id, account_id, client_id, currency FROM account
UNION ALL SELECT 'portfolio portfolio', account_id, client_id, '$reporting' FROM account
UNION ALL SELECT 'segment ' || segment, account_id, client_id, '$reporting' FROM account
    WHERE segment IS NOT NULL AND segment <> ''
UNION ALL SELECT 'manager ' || manager_id, account_id, client_id, '$reporting'
    FROM account SEMI JOIN manager USING (manager_id)
UNION ALL SELECT 'team ' || team, account_id, client_id, '$reporting'
    FROM account JOIN manager USING (manager_id) WHERE team <> '';

CREATE VIEW link AS
SELECT "Sistema" AS system, "Id externo" AS external_id, "Cuenta CRM" AS account_id
FROM read_csv('$landing/finance/mapa_cuentas.csv', all_varchar = true, header = true, delim = ';');

CREATE TABLE rate AS
WITH raw AS (
    SELECT CASE "Tipo" WHEN 'Cierre de mes' THEN 'month_end' ELSE 'average' END AS kind,
        "Divisa base" AS base, "Divisa cotizada" AS quote,
        date_trunc('month', spanish_day("Fecha"))::DATE AS month, spanish_number("Cambio") AS rate
    FROM read_csv('$landing/finance/tipos_cambio.csv', all_varchar = true, header = true, delim = ';')
)
SELECT kind, base, quote, month, rate::DOUBLE AS rate FROM raw
UNION ALL SELECT kind, quote, base, month, 1 / rate::DOUBLE FROM raw
UNION ALL SELECT a.kind, a.base, b.base, a.month, a.rate::DOUBLE / b.rate::DOUBLE
    FROM raw AS a JOIN raw AS b USING (kind, quote, month) WHERE a.base <> b.base;
-- Minor units of one currency as those of another, rounded half-even once; NaN without a rate, and
-- so is what it is added to: a figure is none then, or leaves that client out.
-- A half is a half although a DOUBLE is not exact: rates have four decimals.
CREATE MACRO converted(minor, own, told_in, rate_kind, of_month) AS CASE
    WHEN own = told_in OR minor = 0 THEN minor::DOUBLE
    ELSE round_even(round(minor::DOUBLE * power(10, decimals(told_in) - decimals(own)) * coalesce((
        SELECT any_value(rate.rate) FROM rate
        WHERE rate.kind = rate_kind AND rate.base = own AND rate.quote = told_in
            AND rate.month = date_trunc('month', of_month)::DATE
    ), 'NaN'::DOUBLE), 5), 0) END;
-- What sets a period beside another, or beside what was aimed at, is of those that are over.
CREATE MACRO is_over() AS getvariable('after') <= getvariable('known') + 1;

CREATE TABLE ticket AS
WITH raw AS (
    SELECT unnest(tickets) AS t
    FROM read_json('$landing/zendesk/tickets*.json', maximum_object_size = 500000000,
        columns = {tickets: 'STRUCT(id BIGINT, organization_id BIGINT, created_at VARCHAR,
            updated_at VARCHAR, priority VARCHAR, status VARCHAR, tags VARCHAR[],
            metric_set STRUCT(reply_time_in_minutes STRUCT(calendar BIGINT), solved_at VARCHAR))[]'})
)
SELECT t.id AS ticket_id, link.account_id, t.priority,
    CASE WHEN t.status IN ('solved', 'closed') THEN 'solved' WHEN t.status = 'deleted' THEN 'deleted'
        ELSE 'open' END AS status,
    local_day(t.created_at) AS created_day,
    CASE WHEN t.status IN ('solved', 'closed') THEN local_day(t.metric_set.solved_at) END AS solved_day,
    list_has_any(t.tags, ['complaint', 'queja']) AS is_complaint, t.tags[1] AS category,
    t.metric_set.reply_time_in_minutes.calendar IS NOT NULL AS is_answered,
    instant(t.created_at) AS filed_at,
    instant(t.created_at) + to_minutes(t.metric_set.reply_time_in_minutes.calendar) AS replied_at,
    CASE WHEN t.status IN ('solved', 'closed') THEN instant(t.metric_set.solved_at) END AS solved_at
FROM raw JOIN link ON link.system = 'zendesk' AND link.external_id = t.organization_id::VARCHAR
QUALIFY row_number() OVER (PARTITION BY t.id ORDER BY t.updated_at DESC) = 1;
DELETE FROM ticket WHERE status = 'deleted';

CREATE TABLE nps AS
SELECT "Response ID" AS answer_id, "Company ID" AS account_id, nullif("Respondent ID", '') AS person,
    TRY_CAST("Score" AS INT) AS score, "Submitted At (UTC)" AS answered_at,
    local_day("Submitted At (UTC)") AS day
FROM read_csv('$landing/surveys/nps_answers.csv', all_varchar = true, header = true)
WHERE TRY_CAST("Score" AS INT) BETWEEN 0 AND 10;
CREATE TABLE csat AS
SELECT "Company ID" AS account_id, TRY_CAST("Rating" AS INT) AS rating,
    local_day("Submitted At (UTC)") AS day
FROM read_csv('$landing/surveys/csat_answers.csv', all_varchar = true, header = true)
WHERE TRY_CAST("Rating" AS INT) BETWEEN 1 AND 5;

CREATE TABLE task AS
SELECT "Task ID" AS task_id, link.account_id, TRY_CAST("Due Date" AS DATE) AS due,
    TRY_CAST("Completed At" AS DATE) AS completed, TRY_CAST("Created At" AS DATE) AS created,
    nullif("Waiting on team", '') AS team, CASE "Category" WHEN 'Formación' THEN 'training'
        WHEN 'Mantenimiento' THEN 'maintenance' WHEN '' THEN NULL ELSE "Category" END AS kind
FROM read_csv('$landing/asana/tasks.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'asana' AND link.external_id = raw."Projects";

CREATE TABLE meeting AS
SELECT AccountId AS account_id, local_day(StartDateTime) AS day
FROM read_csv('$landing/salesforce/Event.csv', all_varchar = true, header = true)
WHERE IsDeleted NOT IN ('1', 'true') AND Status__c IN ('Held', 'Completed') AND With_Client__c = '1';

CREATE TABLE deal AS
SELECT Id AS deal_id, AccountId AS account_id, CurrencyIsoCode AS currency,
    CASE WHEN IsWon = '1' THEN 'won' WHEN IsClosed = '1' THEN 'lost' ELSE 'open' END AS state,
    minor_of(Amount, CurrencyIsoCode) AS minor, CAST(Probability AS DECIMAL(10, 4)) / 100 AS probability,
    local_day(CreatedDate) AS created, TRY_CAST(CloseDate AS DATE) AS closes
FROM read_csv('$landing/salesforce/Opportunity.csv', all_varchar = true, header = true)
WHERE IsDeleted NOT IN ('1', 'true');
CREATE VIEW closed_deal AS SELECT * FROM deal WHERE state <> 'open' AND in_period(closes);
-- Open on the period's last day; what is called closed of a day still to come is closed.
CREATE VIEW standing_deal AS
SELECT * FROM deal
WHERE created < getvariable('after')
    AND (state = 'open' OR (closes >= getvariable('after') AND closes <= getvariable('known')));

CREATE TABLE lead AS
SELECT OwnerId AS manager_id, local_day(CreatedDate) AS created, TRY_CAST(ConvertedDate AS DATE) AS became
FROM read_csv('$landing/salesforce/Lead.csv', all_varchar = true, header = true)
WHERE IsDeleted NOT IN ('1', 'true');

-- Documents that count, and their lines; a row that is there twice is one.
CREATE TABLE document AS
SELECT DISTINCT raw.id AS document_id, link.account_id, upper("Currency") AS currency,
    local_day("Date (UTC)") AS issued,
    minor_of("Total", upper("Currency")) - minor_of(coalesce("Tax", '0'), upper("Currency")) AS net,
FROM read_csv('$landing/stripe/invoices.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer"
WHERE "Status" NOT IN ('draft', 'void', 'deleted')
UNION ALL
SELECT DISTINCT raw.id, link.account_id, upper("Currency"), local_day("Created (UTC)"),
    minor_of(coalesce("Tax", '0'), upper("Currency")) - minor_of("Total", upper("Currency")),
FROM read_csv('$landing/stripe/credit_notes.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer"
WHERE "Status" <> 'void';
CREATE TABLE line AS
SELECT DISTINCT raw.id AS line_id, document_id, document.account_id, document.currency,
    minor_of(coalesce("Net Amount", "Amount"), document.currency) AS net,
    coalesce(local_day("Period Start (UTC)"), issued) AS first_day,
    coalesce(local_day("Period End (UTC)"), issued + 1) AS after_day
FROM read_csv('$landing/stripe/invoice_line_items.csv', all_varchar = true, header = true) AS raw
JOIN document ON document_id = raw."Invoice"
UNION ALL
SELECT DISTINCT raw.id, document_id, document.account_id, document.currency,
    -minor_of("Amount", document.currency), issued, issued + 1
FROM read_csv('$landing/stripe/credit_note_line_items.csv', all_varchar = true, header = true) AS raw
JOIN document ON document_id = raw."Credit Note";

CREATE MACRO half_even_share(net, part, whole) AS (
    (net * part - (net * part % whole + whole) % whole) / whole + CASE
        WHEN 2 * ((net * part % whole + whole) % whole) > whole THEN 1
        WHEN 2 * ((net * part % whole + whole) % whole) < whole THEN 0
        ELSE ((net * part - (net * part % whole + whole) % whole) // whole) % 2
    END)::DECIMAL(38, 0);
-- What each line earns up to a day, rounded half-even.
CREATE MACRO earned_until(net, first_day, after_day, day) AS CASE
    WHEN day <= first_day THEN 0::DECIMAL(38, 0)
    WHEN day >= after_day THEN net::DECIMAL(38, 0)
    ELSE half_even_share(net, day - first_day, after_day - first_day) END;
CREATE TABLE month AS
SELECT CAST(range AS DATE) AS month, CAST(range + INTERVAL 1 MONTH AS DATE) AS next_month
FROM range(DATE '2022-01-01', DATE '2028-01-01', INTERVAL 1 MONTH);
-- By account, currency and month.
CREATE TABLE revenue AS
SELECT account_id, currency, month, sum(
    earned_until(net, first_day, after_day, next_month) - earned_until(net, first_day, after_day, month)
) AS minor
FROM line JOIN month ON first_day < next_month AND after_day > month
GROUP BY ALL;

CREATE TABLE cost AS
SELECT "Cuenta CRM" AS account_id, spanish_day("Mes") AS month, "Divisa" AS currency,
    CASE "Tipo de coste" WHEN 'Coste de ventas' THEN 'sales' ELSE 'serve' END AS kind,
    minor_of(spanish_number("Importe"), "Divisa") AS minor
FROM read_csv('$landing/finance/costes.csv', all_varchar = true, header = true, delim = ';');

CREATE TABLE usage AS
SELECT link.account_id, CAST(week_start AS DATE) AS day, CAST(events AS DOUBLE) AS events,
    TRY_CAST(active_users AS DOUBLE) AS users, TRY_CAST(seats_paid AS DOUBLE) AS seats
FROM read_csv('$landing/usage/usage_weekly.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw.customer_id;
CREATE TABLE usage_part AS
SELECT link.account_id, CAST(week_start AS DATE) AS day, part_kind AS kind, part,
    CAST(events AS DOUBLE) AS events
FROM read_csv('$landing/usage/usage_parts.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw.customer_id;

CREATE TABLE goal AS
SELECT "Cuenta CRM" AS account_id, "Trimestre" AS quarter, "Divisa" AS own,
    coalesce("Valor confirmado por", '') <> '' AS is_confirmed,
    CASE WHEN "Valor en horas" <> '' THEN spanish_number("Valor en horas") END AS hours,
    CASE WHEN "Valor en dinero" <> '' THEN minor_of(spanish_number("Valor en dinero"), "Divisa") END AS minor
FROM read_csv('$landing/finance/metas_clientes.csv', all_varchar = true, header = true, delim = ';');
-- Those of the period, which is a quarter.
CREATE VIEW goal_now AS
SELECT * FROM goal WHERE quarter = year(getvariable('first')) || '-Q' || quarter(getvariable('first'))
    AND getvariable('after') = getvariable('first') + INTERVAL 3 MONTH;

-- Subscriptions that ever recurred, with the first day without them: what is paid late counts for
-- ninety days from the one that the exports describe.
CREATE TABLE recurring AS
SELECT link.account_id, raw.id AS subscription_id, "Product" AS product_id, upper("Currency") AS own,
    "Status" AS status, CAST("Quantity" AS DECIMAL(20, 4)) AS units, local_day("Start Date (UTC)") AS first_day,
    CASE "Status" WHEN 'unpaid' THEN getvariable('known') - 1 WHEN 'past_due' THEN getvariable('known') + 89
        ELSE local_day(nullif("Ended At (UTC)", '')) END AS after_day,
    CASE "Status" WHEN 'unpaid' THEN getvariable('known') - 1 WHEN 'past_due' THEN getvariable('known') + 89
        ELSE local_day(nullif("Canceled At (UTC)", '')) END AS said_day,
    minor_of("Amount", upper("Currency")) * CAST("Quantity" AS DECIMAL(20, 4))
        * CASE "Interval" WHEN 'month' THEN 12 ELSE 1 END
        * (100 - coalesce(TRY_CAST("percent_off (metadata)" AS DECIMAL(10, 4)), 0)) / 100 AS yearly
FROM read_csv('$landing/stripe/subscriptions.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer ID"
WHERE "Status" NOT IN ('trialing', 'incomplete') AND "usage_type (metadata)" <> 'metered';
CREATE TABLE price AS
SELECT "Producto" AS product_id, "Divisa" AS own,
    minor_of(spanish_number("Precio de lista anual"), "Divisa") AS listed, "Recurrente" = 'Sí' AS is_recurring
FROM read_csv('$landing/finance/lista_precios.csv', all_varchar = true, header = true, delim = ';');

-- What clients with revenue above zero bring, and their share of all that such clients do.
CREATE VIEW share_of_revenue AS
WITH earned AS (
    SELECT account_id, currency AS own, month, minor FROM revenue WHERE in_period(month)
), by_client AS (
    SELECT entity_id, client_id, sum(converted(minor, own, currency, 'average', month)) AS minor
    FROM member JOIN earned USING (account_id) GROUP BY ALL
    HAVING sum(converted(minor, own, currency, 'average', month)) > 0
)
SELECT entity_id, client_id, minor, minor / sum(minor) OVER (PARTITION BY entity_id) AS share,
    row_number() OVER (PARTITION BY entity_id ORDER BY minor DESC, client_id) AS place,
    count(*) OVER (PARTITION BY entity_id) AS clients
FROM by_client;
CREATE TABLE target AS
SELECT CASE "Ámbito" WHEN 'Cliente' THEN 'client ' WHEN 'Gerente' THEN 'manager ' WHEN 'Equipo' THEN 'team ' END || "Id" AS entity_id,
    "Periodo" AS period, "Indicador" AS metric, "Divisa" AS currency,
    minor_of(spanish_number("Objetivo"), "Divisa") AS aimed_at
FROM read_csv('$landing/finance/objetivos.csv', all_varchar = true, header = true, delim = ';')
WHERE "Divisa" <> '';
