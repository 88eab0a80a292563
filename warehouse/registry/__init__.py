"""Figures, runs, published files, decisions and remarks."""
