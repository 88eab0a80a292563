SELECT entity_id, sum(converted(minor, reporting_currency(), currency, 'month_end', getvariable('after') - 1)) AS value
FROM (SELECT DISTINCT entity_id, client_id, currency FROM member) JOIN wanted USING (client_id) GROUP BY entity_id
