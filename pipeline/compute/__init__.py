"""Figures from the warehouse: by shard, of groups, as of any day, and their explanation."""
