FROM owed_of_clients(1, 4)
