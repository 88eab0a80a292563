"""A sign before the word that says the same: never torn from it between lines."""

from messages.formats import NO_BREAK_SPACE

ARROWS = ("▲", "▼")
"""What a change that is told begins with."""


def signed(sign: str, said: str) -> str:
    """The sign and what it stands for, as one word to whoever breaks lines."""
    return f"{sign}{NO_BREAK_SPACE}{said}"
