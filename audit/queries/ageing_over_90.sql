FROM owed_of_clients(4, 4)
