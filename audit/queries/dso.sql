SELECT entity_id, days AS value FROM counted_back WHERE part = 'all'
