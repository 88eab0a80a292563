"""What must hold of canonical tables: one file a table, each with its `SUITE`.

Importing one imports Great Expectations, which takes seconds.
"""
