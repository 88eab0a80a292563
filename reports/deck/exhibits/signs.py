"""What is never torn apart between lines: a sign and its word, a number and its unit."""

from messages.formats import NO_BREAK_SPACE

ARROWS = ("▲", "▼")
"""What a change that is told begins with."""


def signed(sign: str, said: str) -> str:
    """The sign and what it stands for, as one word to whoever breaks lines."""
    return f"{sign}{NO_BREAK_SPACE}{said}"


def unbroken(text: str) -> str:
    """A number and its unit as one word to whoever breaks lines."""
    return text.replace(" ", NO_BREAK_SPACE)
