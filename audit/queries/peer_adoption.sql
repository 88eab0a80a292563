WITH own AS (SELECT entity_id AS client_id, segment, numerator / denominator AS value
    FROM figure_seats_used JOIN segment_of ON client_id = entity_id WHERE denominator > 0 AND numerator IS NOT NULL)
SELECT a.client_id AS entity_id, place_among(a.value, list(b.value)) AS value
FROM own AS a JOIN own AS b ON b.segment = a.segment AND b.client_id <> a.client_id
GROUP BY a.client_id, a.value HAVING count(*) >= 5
