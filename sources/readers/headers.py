"""Names of columns as the mapping writes them: case, blanks and marks of a header do not matter."""

from collections.abc import Sequence


def as_asked(header: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """The header with the names that the mapping uses, where they differ by nothing but that.

    >>> as_asked(["*Contact  Name", "ID", "Total"], ["id", "Contact Name"])
    ('Contact Name', 'id', 'Total')
    """
    wanted = {folded_name(name): name for name in reversed(asked) if name not in header}
    taken: set[str] = set()
    named: list[str] = []
    for name in header:
        meant = name if name in asked else wanted.get(folded_name(name), name)
        named.append(name if meant in taken else meant)
        taken.add(named[-1])
    return tuple(named)


def folded_name(name: str) -> str:
    """A column's name without case, byte order marks, stars of mandatory columns and blanks."""
    return " ".join(name.replace("\ufeff", "").strip(" *").split()).casefold()
