"""Text of the deck model: runs, paragraphs, and the body of a box. Sizes are hundredths of a
point, lengths EMU."""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Across the page."""

    LEFT = "l"
    CENTRE = "ctr"
    RIGHT = "r"


class Anchor(StrEnum):
    """Down the box."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


@dataclass(frozen=True)
class Run:
    """Characters that look alike. Without a colour they have their placeholder's."""

    text: str
    size: int
    colour: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs on shared lines. `bullet` is the character before them, empty for none."""

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    space_before: int = 0
    space_after: int = 0
    bullet: str = ""
    indent: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Insets:
    """Room between a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True)
class Body:
    """The text of a box."""

    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor = Anchor.TOP
    insets: Insets = Insets()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
