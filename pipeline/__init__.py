"""The work of a run, from exports to published files; `flows` orders it."""
