FROM owed_of_clients(0, 0)
