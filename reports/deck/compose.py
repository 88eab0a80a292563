"""Whether a client gets a deck, and the deck's slides in their order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from reports.brand import Brand, shipped_brand
from reports.client import ClientFile
from reports.deck import internal_slides, slides
from reports.deck.client_findings import findings_told
from reports.deck.commentary import noted, roomier, with_commentary
from reports.deck.exhibits.shared_page import lowered, says_as_much, sharing
from reports.deck.exhibits.tracker import with_ways
from reports.deck.formats import Formats
from reports.deck.headlines import findings
from reports.deck.model import Deck, Slide, Template
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.internal_mark import marked, tag_room
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides.contract import Absent, Kind, SlideFile
from reports.deck.stage import first_subjects
from reports.deck.view.client_view import ClientView
from reports.deck.view.client_view_build import Seen, seen
from reports.deck.view.internal_view_build import internal_view
from reports.deck.wording import Wording
from transforms.core.periods import Grain

MINIMUM_CONTENT_SLIDES = 4
MOST_PAGES = 12
"""Before the appendix."""
_GIVE_WAY = ("peers", "breakdown", "value")
"""Subjects that say more about what other pages say already, the first to go first."""
_FOUND = ("titles.breakdown.idle", "titles.breakdown.falls")
"""A page on parts and causes that found nothing else goes before all of them."""
_PROPERTY_LENGTH = 255  # what Office takes for a title or an author
_NOW_PART_OF = {"recommended": "decisions", "plan": "decisions", "learned": "commitments"}
"""Slides of earlier decks that managers wrote commentary on."""
_SHARE_PAGES = frozenset(("signals", "asks", "potential", "checklist", "renewal"))
"""Subjects of the review that may be short; one with commentary keeps its page."""
_LOW = (0.12, 0.25, 0.4, 0.5, 0.6, 0.8)
"""Shares of a page's height that a short subject is tried in."""
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
    """One file of a folder of slides."""

    name: str
    module: SlideFile


@dataclass(frozen=True)
class _Conclusions:
    """What the slides of one deck conclude, and those that cannot."""

    story: dict[str, Headline]
    dropped: tuple[DroppedSlide, ...]


@cache
def slide_modules() -> tuple[SlideModule, ...]:
    """Every slide that clients may see, in the order of the deck."""
    return _in_order(_found(slides))


@cache
def review_modules() -> tuple[SlideModule, ...]:
    """Every slide of the account review, after the cover that both have."""
    covers = [item for item in _found(slides) if item.name == "cover"]
    return _in_order([*covers, *_found(internal_slides)])


def _in_order(found: Sequence[SlideModule]) -> tuple[SlideModule, ...]:
    return tuple(sorted(found, key=lambda item: (item.module.ORDER, item.name)))


def _found(folder: ModuleType) -> list[SlideModule]:
    names = [item.name for item in iter_modules(folder.__path__) if item.name != "contract"]
    return [SlideModule(name, _loaded(f"{folder.__name__}.{name}")) for name in names]


def _loaded(path: str) -> SlideFile:
    module: object = import_module(path)
    if not isinstance(module, SlideFile):
        raise TypeError(f"{path} lacks ORDER, KIND, headline or compose")
    return module


def compose_deck(
    client: ClientFile, brand: Brand | None = None, read: Seen | None = None
) -> ComposedDeck:
    """The deck a client is shown, worded in its language.

    None for a period that is no quarter, a client that is not active at its end, or fewer than
    four slides beside cover and appendix: the reason is told. A slide of several pages is one.
    `read` are the client's rows where another report has read them already.
    """
    if reason := _why_no_quarter(client):
        return ComposedDeck(None, (), reason)
    context = context_of((read or seen(client)).as_told(client), brand or shipped_brand())
    found = _concluded(context, slide_modules(), {})
    if reason := _why_none(context.view, found):
        return ComposedDeck(None, found.dropped, reason)
    found = _within_ceiling(context, found, _remarks(client, "qbr"))
    staged = _as_staged(context, slide_modules())
    pages = with_ways(context, _pages(context, staged, found.story, _remarks(client, "qbr")))
    return ComposedDeck(_deck(context, "title", pages), found.dropped)


def _within_ceiling(
    context: SlideContext, found: _Conclusions, remarks: dict[str, str]
) -> _Conclusions:
    """The story on twelve pages before the appendix: where it takes more, those subjects give way
    that no action rests on, in the order of `_GIVE_WAY`; one with commentary stays."""
    parts = found.story.get("breakdown")
    first = ("breakdown",) if parts and parts.title.rule not in _FOUND else ()
    lengths = _lengths(context, found.story, remarks)
    for name in (*first, *_GIVE_WAY):
        if sum(lengths.values()) <= MOST_PAGES:
            break
        story, actions_on = found.story, findings(tuple(found.story.values()))
        if name in story and name not in remarks and story[name] not in actions_on:
            found = _without(context, found, name)
            measured = {key: lengths[key] for key in found.story if _kind_of(key) is Kind.CONTENT}
            lengths = _lengths(context, found.story, remarks, measured)
    return found


def _lengths(
    context: SlideContext,
    story: dict[str, Headline],
    remarks: dict[str, str],
    measured: dict[str, int] | None = None,
) -> dict[str, int]:
    """How many pages each subject takes before the appendix; those measured are not again: what a
    subject says does not hang on another's page."""
    lengths = dict(measured or {})
    for item in _kept(slide_modules(), story):
        if item.name not in lengths and item.name != "appendix":
            lengths[item.name] = len(_composed(context, item, story, remarks.get(item.name, "")))
    return lengths


def _composed(
    context: SlideContext, item: SlideModule, story: dict[str, Headline], remark: str
) -> tuple[Slide, ...]:
    """A subject's pages, with the commentary under the exhibits of the first."""
    told = tuple(story.values())

    def made() -> tuple[Slide, ...]:
        room = roomier(context, remark)
        first, *others = item.module.compose(room, story[item.name], told)
        return (with_commentary(room, first, remark), *others)

    return context.once((_composed, item.name, told, remark), made)


def _kind_of(name: str) -> Kind:
    return next(item.module.KIND for item in slide_modules() if item.name == name)


def _without(context: SlideContext, found: _Conclusions, name: str) -> _Conclusions:
    """The story without a subject, and without what other slides concluded from it: nothing is
    asked for whose evidence is left out."""
    derived = {item.name for item in slide_modules() if item.module.KIND is not Kind.CONTENT}
    kept = {key: value for key, value in found.story.items() if key not in {name, *derived}}
    rest = [item for item in slide_modules() if item.name in derived]
    again = _concluded(context, rest, kept)
    dropped = [item for item in found.dropped if item.slide not in derived]
    gone = DroppedSlide(name, "twelve_pages")
    return _Conclusions(again.story, (*dropped, *again.dropped, gone))


def _as_staged(context: SlideContext, modules: Sequence[SlideModule]) -> tuple[SlideModule, ...]:
    """The slides in the order of the client's story: what it dwells on leads the content."""
    lead = first_subjects(context)
    content = [item for item in modules if item.module.KIND is Kind.CONTENT]
    turn = {name: place - len(lead) for place, name in enumerate(lead)}
    ordered = iter(sorted(content, key=lambda item: turn.get(item.name, 0)))
    return tuple(next(ordered) if _is_content(item) else item for item in modules)


def _why_no_quarter(client: ClientFile) -> str:
    """Decks set whole quarters side by side: why the client's period is none, or empty."""
    if client.period.grain is not Grain.QUARTER:
        return "not_a_quarter"
    return "" if client.period.is_over_on(client.data_date) else "quarter_not_over"


def compose_review(
    client: ClientFile, brand: Brand | None = None, read: Seen | None = None
) -> ComposedDeck:
    """The account review, for our own eyes: a document of its own that repeats no slide of the
    client's deck, unless nothing else is known of the client.

    Clients that get no deck have one too, with what there is. None for a period that is no
    quarter, or where there is nothing at all to say.
    """
    if reason := _why_no_quarter(client):
        return ComposedDeck(None, (), reason)
    read = read or seen(client)
    outer = context_of(read.as_told(client), brand or shipped_brand())
    shown = _concluded(outer, slide_modules(), {})
    why_none = _why_none(outer.view, shown)
    if not why_none:  # what is told of the client's deck is told of the one that it gets
        shown = _within_ceiling(outer, shown, _remarks(client, "qbr"))
    left_out = tuple((item.slide, item.reason) for item in shown.dropped)
    off_target = findings_told(outer, tuple(shown.story.values()))
    inside = internal_view(client, read, outer.view, why_none, left_out, off_target)
    remarks = _remarks(client, "review")
    context = InternalContext(outer.view, outer.words, outer.formats, outer.brand, inside)
    modules = review_modules()
    found = _concluded(context, modules, {})
    if not _has_content(modules, found):  # then with the pages that its deck would have had
        modules = _in_order([*modules, *(item for item in slide_modules() if _is_content(item))])
        found = _concluded(context, modules, {})
    unplaced = tuple(place for place in remarks if place not in found.story)
    context = replace(context, inside=replace(inside, unplaced=unplaced))
    if not _has_content(modules, found):
        return ComposedDeck(None, found.dropped, "too_few_slides")
    pages = _pages(context, _as_staged(context, modules), found.story, remarks)
    pages = with_ways(context, pages, tag_room(context))
    deck = _deck(context, "review_title", tuple(marked(context, page) for page in pages))
    return ComposedDeck(deck, found.dropped)


def context_of(view: ClientView, brand: Brand) -> SlideContext:
    """All that writing needs."""
    formats = Formats(view.locale, view.currency)
    return SlideContext(view, Wording(view.language, view.locale), formats, brand)


def _remarks(client: ClientFile, kind: str) -> dict[str, str]:
    """The manager's commentary of this kind of deck, by slide; what was written on a slide that
    is now part of another stands there."""
    found: dict[str, list[str]] = {}
    for item in client.remarks:
        if item.kind == kind and not item.place.startswith("action:"):
            found.setdefault(_NOW_PART_OF.get(item.place, item.place), []).append(item.text)
    return {place: "\n".join(texts) for place, texts in found.items()}


def _concluded(
    context: SlideContext, modules: Sequence[SlideModule], before: dict[str, Headline]
) -> _Conclusions:
    story = dict(before)
    dropped: list[DroppedSlide] = []
    for item in sorted(modules, key=lambda item: _TURN[item.module.KIND]):
        concluded = item.module.headline(context, tuple(story.values()))
        if isinstance(concluded, Absent):
            dropped.append(DroppedSlide(item.name, str(concluded.reason)))
        else:
            story[item.name] = concluded
    return _Conclusions(story, tuple(dropped))


def _why_none(view: ClientView, found: _Conclusions) -> str:
    """Why the client gets no deck; empty where it gets one."""
    if not view.is_active:
        return "inactive"
    kept = _kept(slide_modules(), found.story)
    shown = sum(item.module.KIND is not Kind.FRAME for item in kept)
    return "too_few_slides" if shown < MINIMUM_CONTENT_SLIDES else ""


def _has_content(modules: Sequence[SlideModule], found: _Conclusions) -> bool:
    return any(_is_content(item) for item in _kept(modules, found.story))


def _is_content(item: SlideModule) -> bool:
    return item.module.KIND is Kind.CONTENT


def _kept(modules: Sequence[SlideModule], story: dict[str, Headline]) -> list[SlideModule]:
    return [item for item in modules if item.name in story]


def _pages(
    context: SlideContext,
    modules: Sequence[SlideModule],
    story: dict[str, Headline],
    remarks: dict[str, str],
) -> tuple[Slide, ...]:
    pages: list[Slide] = []
    lows: dict[str, Slide] = {}
    told = tuple(story.values())
    short = _SHARE_PAGES - remarks.keys()
    framed = {item.name for item in modules if item.module.KIND is Kind.FRAME}
    for item in _kept(modules, story):
        if item.module.KIND is Kind.FRAME:
            pages.extend(item.module.compose(context, story[item.name], told))
            continue
        pages.extend(made := _composed(context, item, story, remarks.get(item.name, "")))
        if item.name in short and len(made) == 1:
            lows[item.name] = _lowest(context, item, story, made[0])
    return tuple(
        page if page.name in framed else noted(context, page, remarks.get(page.name, ""))
        for page in sharing(context, pages, lows)
    )


def _lowest(
    context: SlideContext, item: SlideModule, story: dict[str, Headline], roomy: Slide
) -> Slide:
    """A page as low as it can be and still say all that it says with room."""
    told = tuple(story.values())
    for share in _LOW:
        made = item.module.compose(lowered(context, share), story[item.name], told)
        if len(made) == 1 and says_as_much(made[0], roomy):
            return made[0]
    return roomy


def _deck(context: SlideContext, title: str, pages: tuple[Slide, ...]) -> Deck:
    view = context.view
    values = {"client": view.client_name, "period": context.this_period}
    return Deck(
        title=context.say(title, values)[:_PROPERTY_LENGTH],
        subject=context.say("subject", {"edition": view.edition}),
        author=view.company_name[:_PROPERTY_LENGTH],
        language=str(context.formats.locale).replace("_", "-"),
        created=view.data_date,
        template=Template(context.brand.name, context.brand.template),
        slides=pages,
    )
