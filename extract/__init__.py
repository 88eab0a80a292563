"""Exports from the systems' APIs: raw answers, page by page, for the landing place.

A system is a folder of `systems/`: its TOML says streams, paging and access, its README how to
get the key. Blind to what the answers mean: the mapping that the TOML names reads them.
"""
