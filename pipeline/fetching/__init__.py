"""Feeds from the systems' APIs: fetched, archived, delivered together and remembered."""
