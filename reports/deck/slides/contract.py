"""What a slide's file must have."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from reports.deck.model import Slide
from reports.deck.slide_context import Headline, SlideContext


class Kind(StrEnum):
    """What a slide is to the deck."""

    FRAME = "frame"  # cover and appendix
    DERIVED = "derived"  # says again, shorter, what content slides say
    CONTENT = "content"


@dataclass(frozen=True)
class Absent:
    """Why a slide is left out: an id that `reasons` in the wording names."""

    reason: str


@runtime_checkable
class SlideFile(Protocol):
    """One file of this folder.

    `headline` is called for content slides first, then derived ones, then the frame, and
    receives what was concluded before it; `compose` receives everything that was concluded.
    """

    ORDER: int
    KIND: Kind

    def headline(
        self, context: SlideContext, story: tuple[Headline, ...], /
    ) -> Headline | Absent: ...

    def compose(
        self, context: SlideContext, headline: Headline, story: tuple[Headline, ...], /
    ) -> tuple[Slide, ...]: ...
