"""Records → rows of canonical tables, with what was kept out and control totals."""
