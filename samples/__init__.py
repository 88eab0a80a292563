"""A sample company's raw exports at any size, and the truth about it."""

from samples.company import generate

__all__ = ["generate"]
