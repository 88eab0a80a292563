"""Figures recomputed from raw exports by an independent route: SQL over the files, in DuckDB.

    python -m audit                      # a generated company of 24 clients
    python -m audit --accounts 150 --seed 77 --periods 2026-Q3 2026-Q2 2026-08

The files of `views/` read the exports of the sample's systems as they lie in the landing place,
each file of `queries/` computes one figure from those views for clients, managers, teams, segments
and everybody, and what differs from what `cartera kpis` says is printed. It imports none of the
rooms that it audits. A figure without a query is a fault.
"""
