"""Mapping files: their grammar, their checks, and finding the entries that read a file."""
