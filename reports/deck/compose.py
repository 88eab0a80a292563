"""Whether a client gets a deck, and the deck's slides in their order."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from reports.brand import Brand, shipped_brand
from reports.client import ClientFile
from reports.deck import slides
from reports.deck.client_view import ClientView
from reports.deck.client_view_build import client_view
from reports.deck.desk import Desk, Headline
from reports.deck.formats import Formats
from reports.deck.model import Deck, Slide, Template
from reports.deck.slides.contract import Absent, Kind, SlideFile
from reports.deck.wording import Wording
from transforms.periods import Grain

MINIMUM_CONTENT_SLIDES = 4
_PROPERTY_LENGTH = 255  # what Office takes for a title or an author
_TURN = {Kind.CONTENT: 0, Kind.DERIVED: 1, Kind.FRAME: 2}


@dataclass(frozen=True)
class DroppedSlide:
    """A slide that is not in the deck; `reason` is an id that `reasons` in the wording names."""

    slide: str
    reason: str


@dataclass(frozen=True)
class ComposedDeck:
    """A deck, or the reason why the client gets none."""

    deck: Deck | None
    dropped: tuple[DroppedSlide, ...]
    reason: str = ""


@dataclass(frozen=True)
class SlideModule:
    """One file of `reports/slides`."""

    name: str
    module: SlideFile


@cache
def slide_modules() -> tuple[SlideModule, ...]:
    """Every slide's file, in the order of the deck."""
    names = [item.name for item in iter_modules(slides.__path__) if item.name != "contract"]
    found = [SlideModule(name, _loaded(name)) for name in names]
    return tuple(sorted(found, key=lambda item: (item.module.ORDER, item.name)))


def _loaded(name: str) -> SlideFile:
    module: object = import_module(f"{slides.__name__}.{name}")
    if not isinstance(module, SlideFile):
        raise TypeError(f"reports/slides/{name}.py lacks ORDER, KIND, headline or compose")
    return module


def compose_deck(client: ClientFile) -> ComposedDeck:
    """The deck a client is shown, worded in its language.

    None for a period that is no quarter, a client that was not active in it, or fewer than
    four slides beside cover and appendix: the reason is told. A slide of several pages is one.
    """
    view = client_view(client)
    if view.period.grain is not Grain.QUARTER:
        return ComposedDeck(None, (), "not_a_quarter")
    if not is_active(view):
        return ComposedDeck(None, (), "inactive")
    return _composed(desk_of(view, shipped_brand()))


def desk_of(view: ClientView, brand: Brand) -> Desk:
    """All that writing needs."""
    formats = Formats(view.locale, view.currency, view.language)
    return Desk(view, Wording(view.language), formats, brand)


def is_active(view: ClientView) -> bool:
    """Whether the client had revenue in the period, or recurring revenue at its end."""
    figures = (view.figures.get(kpi, view.period) for kpi in ("recognised_revenue", "mrr"))
    return any(figure.number for figure in figures)


def _composed(desk: Desk) -> ComposedDeck:
    story: dict[str, Headline] = {}
    dropped: list[DroppedSlide] = []
    for item in sorted(slide_modules(), key=lambda item: _TURN[item.module.KIND]):
        concluded = item.module.headline(desk, tuple(story.values()))
        if isinstance(concluded, Absent):
            dropped.append(DroppedSlide(item.name, str(concluded.reason)))
        else:
            story[item.name] = concluded
    kept = [item for item in slide_modules() if item.name in story]
    if sum(item.module.KIND is not Kind.FRAME for item in kept) < MINIMUM_CONTENT_SLIDES:
        return ComposedDeck(None, tuple(dropped), "too_few_slides")
    pages: list[Slide] = []
    for item in kept:
        pages.extend(item.module.compose(desk, story[item.name], tuple(story.values())))
    return ComposedDeck(_deck(desk, tuple(pages)), tuple(dropped))


def _deck(desk: Desk, pages: tuple[Slide, ...]) -> Deck:
    view = desk.view
    values = {"client": view.client_name, "period": desk.this_period}
    return Deck(
        title=desk.say("deck.title", values)[:_PROPERTY_LENGTH],
        subject=desk.say("deck.subject", {"edition": view.edition}),
        author=view.company_name[:_PROPERTY_LENGTH],
        language=str(desk.formats.locale).replace("_", "-"),
        created=view.data_date,
        template=Template(desk.brand.name, desk.brand.template),
        slides=pages,
    )
