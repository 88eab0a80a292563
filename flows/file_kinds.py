"""The kinds of files a client gets: when, in which language, under which name, made how."""

from collections.abc import Callable
from dataclasses import dataclass

from flows.settings import Settings
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.render import render_deck
from reports.workbook.compose import compose_workbook
from reports.workbook.render import render_workbook
from transforms.periods import Grain, Period


@dataclass(frozen=True)
class Made:
    """A rendered file, or the reason why there is none."""

    content: bytes | None
    reason: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    """Slides without data, and why."""


@dataclass(frozen=True)
class FileKind:
    """One kind of file."""

    name: str
    prefix: str
    suffix: str
    grains: tuple[Grain, ...]
    language: Callable[[ClientFile, Settings], str]
    make: Callable[[ClientFile], Made]


def kinds_for(period: Period) -> tuple[FileKind, ...]:
    """What a client may get for a period: decks belong to quarters."""
    return tuple(kind for kind in _KINDS if period.grain in kind.grains)


def _make_deck(client: ClientFile) -> Made:
    composed = compose_deck(client)
    dropped = tuple((item.slide, item.reason) for item in composed.dropped)
    if composed.deck is None:
        return Made(None, composed.reason, dropped)
    return Made(render_deck(composed.deck), dropped=dropped)


def _make_workbook(client: ClientFile) -> Made:
    composed = compose_workbook(client)
    if composed.workbook is None:
        return Made(None, composed.reason)
    return Made(render_workbook(composed.workbook))


def _clients_language(client: ClientFile, settings: Settings) -> str:
    return client.language


def _companys_language(client: ClientFile, settings: Settings) -> str:
    """Finance reads the workbook, in the company's first language."""
    return settings.company.languages[0]


_KINDS = (
    FileKind("qbr", "qbr-", ".pptx", (Grain.QUARTER,), _clients_language, _make_deck),
    FileKind(
        "renewal",
        "internal-renewal-",
        ".xlsx",
        (Grain.MONTH, Grain.QUARTER),
        _companys_language,
        _make_workbook,
    ),
)
