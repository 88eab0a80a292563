"""Rows of canonical tables written and read in bulk."""
