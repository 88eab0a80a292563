FROM owed_of_clients(2, 2)
