"""Exports as they come → canonical tables, each row with its source file and line."""
