"""The kinds of files a client gets: when, in which language, under which name, made how."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.publishing.variant import Variant
from pipeline.settings import Settings
from reports.brand import Brand
from reports.client import ClientFile
from reports.deck.compose import ComposedDeck, compose_deck, compose_review
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view_build import Seen, seen
from reports.workbook.compose import compose_workbook
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import line_text
from transforms.core.periods import Grain, Period
from transforms.kpis import specs


@dataclass(frozen=True)
class Made:
    """A rendered file, or the reason why there is none."""

    content: bytes | None
    reason: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    """Slides without data, and why."""
    facts: str = ""
    """What the portfolio says of it."""


@dataclass(frozen=True)
class Studio:
    """What the files of one client share: its rows, read once, and how decks look."""

    client: ClientFile
    brand: Brand

    @cached_property
    def read(self) -> Seen:
        return seen(self.client)


@dataclass(frozen=True)
class FileKind:
    """One kind of file. `client` as given to `make` has the file's own language and edition."""

    name: str
    prefix: str
    suffix: str
    grains: tuple[Grain, ...]
    variant: Variant
    folder: str
    """Inside the client's; empty for that itself."""
    is_branded: bool
    language: Callable[[ClientFile, Settings], str]
    make: Callable[[ClientFile, Studio], Made]
    told: Callable[[ClientFile], object]
    """What the file says beside the client's rows and figures; its edition changes with it."""


def kinds_for(period: Period, variant: Variant = Variant.BOTH) -> tuple[FileKind, ...]:
    """What a client may get for a period: decks belong to quarters."""
    wanted = (Variant.CLIENT, Variant.INTERNAL) if variant is Variant.BOTH else (variant,)
    return tuple(kind for kind in _KINDS if period.grain in kind.grains and kind.variant in wanted)


def _made(composed: ComposedDeck) -> Made:
    dropped = tuple((item.slide, item.reason) for item in composed.dropped)
    if composed.deck is None:
        return Made(None, composed.reason, dropped)
    return Made(render_deck(composed.deck), dropped=dropped)


def _make_deck(client: ClientFile, studio: Studio) -> Made:
    return _made(compose_deck(client, studio.brand, studio.read))


def _make_review(client: ClientFile, studio: Studio) -> Made:
    return _made(compose_review(client, studio.brand, studio.read))


def _make_workbook(client: ClientFile, studio: Studio) -> Made:
    del studio
    composed = compose_workbook(client)
    if composed.workbook is None or composed.line is None:
        return Made(None, composed.reason)
    return Made(render_workbook(composed.workbook), facts=line_text(composed.line))


def _clients_language(client: ClientFile, settings: Settings) -> str:
    return client.language


def _companys_language(client: ClientFile, settings: Settings) -> str:
    """Our own people read it, in the company's first language."""
    return settings.company.languages[0]


def _remarks(client: ClientFile) -> object:
    return [item for item in client.remarks if item.kind == "qbr"]


def _decided(client: ClientFile) -> object:
    told = (client.decision, client.restated, client.faults)
    return told if any(told) else ()


def _review_told(client: ClientFile) -> object:
    compared = [
        client.kpis.get(spec.id, client.period) for spec in specs().values() if spec.is_population
    ]
    return client.remarks, client.faults, client.restated, compared


_KINDS = (
    FileKind(
        "qbr",
        "qbr-",
        ".pptx",
        (Grain.QUARTER,),
        Variant.CLIENT,
        "",
        True,
        _clients_language,
        _make_deck,
        _remarks,
    ),
    FileKind(
        "review",
        "internal-qbr-",
        ".pptx",
        (Grain.QUARTER,),
        Variant.INTERNAL,
        "internal",
        True,
        _companys_language,
        _make_review,
        _review_told,
    ),
    FileKind(
        "renewal",
        "internal-renewal-",
        ".xlsx",
        (Grain.MONTH, Grain.QUARTER),
        Variant.INTERNAL,
        "",
        False,
        _companys_language,
        _make_workbook,
        _decided,
    ),
)
