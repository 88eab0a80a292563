"""The pure core: what canonical tables hold, and what every figure means.

Nothing here touches a file, a clock or a database, and nothing here imports another room.
"""
