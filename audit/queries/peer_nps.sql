WITH own AS (SELECT entity_id, segment, value AS value
    FROM figure_nps JOIN segment_of ON entity_id = 'client ' || client_id WHERE value IS NOT NULL)
SELECT a.entity_id, place_among(a.value, list(b.value)) AS value
FROM own AS a JOIN own AS b ON b.segment = a.segment AND b.entity_id <> a.entity_id
GROUP BY a.entity_id, a.value HAVING count(*) >= 5
