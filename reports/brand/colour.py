"""How well colours can be told apart, by the definitions of WCAG 2.1."""

from collections.abc import Sequence


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def luminance(colour: str) -> float:
    """Relative luminance of six hex digits, 0 to 1."""
    shares = [channel / 255 for channel in _channels(colour)]
    linear = [
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21.

    >>> round(contrast("000000", "FFFFFF"))
    21
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with so much of another in it.

    >>> mixed("000000", "FFFFFF", 0.5)
    '808080'
    """
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def darkened(colour: str, papers: Sequence[str], least: float) -> str:
    """The colour, with as much black as it takes to be read on each of the papers."""
    steps = (mixed(colour, "000000", step / 20) for step in range(20))
    return next(
        (item for item in steps if all(contrast(item, paper) >= least for paper in papers)),
        "000000",
    )
