"""The service KPIs again, slowly: loops over plain rows, written from the readings alone.

Nothing here uses pandas or the product's own computations.
"""
