"""Figures of tiny companies worked out slowly, in plain Python, as the readings say."""
