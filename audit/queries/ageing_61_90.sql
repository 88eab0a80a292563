FROM owed_of_clients(3, 3)
