"""Whose files a run makes."""

from enum import StrEnum


class Variant(StrEnum):
    """Files that go to clients, those that must not, or both."""

    CLIENT = "client"
    INTERNAL = "internal"
    BOTH = "both"
