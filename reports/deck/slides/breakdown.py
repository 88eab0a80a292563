"""Where the product is used and what tickets are about: by team, module and cause."""

from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, row_of, slide, tiles
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of, short_name
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import Tile, no_base, tile_of
from reports.deck.model import Box, Element, Figure, Slide
from reports.deck.slide_context import Delta, Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Missing, Place
from transforms.service.breakdowns import Cause, UsedPart

ORDER = 65
KIND = Kind.CONTENT

_FEWEST_TICKETS = 5
"""From how many on the most frequent cause is worth a sentence."""
_HEAD = inches(0.34)
_PARTS = {"teams_active": "teams", "modules_active": "modules"}
_COMMON = ("access", "billing", "integration", "platform", "reports")
"""Categories of tickets that help desks have under these names, whatever their language."""
_FALL, _RISE = -0.2, 0.2
"""Changes of a part's use from which on they are good or bad news."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Parts that nobody uses any more, the one that lost most use, and the most frequent cause of
    tickets."""
    del story
    parts, cause = context.view.parts, context.get("tickets_top_cause")
    has_cause = _has_cause(context)
    if not parts and not has_cause:
        return Absent(cause.reason or Missing.NO_ROWS)
    values: dict[str, Value] = (
        _cause(context, cause) if has_cause else {"name": "", "tickets": "", "all": "", "cause": ""}
    )
    if has_cause:
        told = "causes" if len(_leading(context)) > 1 else "cause"
        values["cause"] = context.phrase(f"titles.breakdown.{told}", values)
    values |= _use(context)
    idle = _idle(parts)
    values["idle"] = context.formats.items([part.name for part in idle[:2]])
    fallen = _most_fallen(parts)
    if fallen is not None:
        values |= {"part": fallen.name, "fall": _fall_of(context, fallen)}
    rule = _cause_rule(context) if not parts else "idle" if idle else "falls" if fallen else "used"
    tone = Tone.GOOD if rule == "used" else Tone.FLAT
    title = context.counted(f"titles.breakdown.{rule}", len(idle), values)
    return Headline("breakdown", tone, title, context.phrase("clauses.none"))


def _has_cause(context: SlideContext) -> bool:
    """Whether there are tickets enough for the most frequent cause to say anything."""
    every = context.get("tickets_top_cause").denominator or 0
    return every >= _FEWEST_TICKETS and bool(context.view.causes)


def _cause(context: SlideContext, cause: KpiValue) -> dict[str, Value]:
    return {
        "name": _name_of(context, context.view.causes[0]),
        "names": context.formats.items([_quoted(context, item) for item in _leading(context)]),
        "tickets": context.part(cause, "numerator"),
        "all": context.part(cause, "denominator"),
    }


def _cause_rule(context: SlideContext) -> str:
    return "cause_tied" if len(_leading(context)) > 1 else "cause_alone"


def _leading(context: SlideContext) -> list[Cause]:
    """The most frequent cause, with those that are as frequent."""
    most = context.view.causes[0].tickets
    return [cause for cause in context.view.causes if cause.tickets == most]


def _quoted(context: SlideContext, cause: Cause) -> str:
    return context.say("breakdown.quoted", {"name": _name_of(context, cause)})


def _use(context: SlideContext) -> dict[str, Value]:
    """How many teams, else modules, use it."""
    known = [context.get(kpi) for kpi in _PARTS]
    told = next((value for value in known if value.value is not None), None)
    if told is None:
        return {"use": ""}
    values: dict[str, Value] = {
        "used": context.part(told, "numerator"),
        "known": context.part(told, "denominator"),
    }
    rule = f"titles.breakdown.{_PARTS[told.kpi]}{'_all' if told.value == 1 else ''}"
    return {"use": context.counted(rule, round(told.denominator or 0), values)}


def _most_fallen(parts: tuple[UsedPart, ...]) -> UsedPart | None:
    """The part that lost the largest share of its use, where that is worth telling."""
    fallen = [part for part in parts if part.events and part.before and _change_of(part) <= _FALL]
    return min(fallen, key=_change_of, default=None)


def _change_of(part: UsedPart) -> float:
    return part.events / part.before - 1


def _fall_of(context: SlideContext, part: UsedPart) -> Figure:
    fall = -_change_of(part)
    return Figure(context.formats.percent(fall), fall, table="usage_parts")


def _idle(parts: tuple[UsedPart, ...]) -> list[UsedPart]:
    return [part for part in parts if not part.events]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two tables: parts at the left, causes at the right."""
    area = above_meaning(context)
    known = [kpi for kpi in shown_at(Place.BREAKDOWN) if context.get(kpi).number is not None]
    shown = [kpi for kpi in known if kpi != "tickets_top_cause" or _has_cause(context)]
    top_tiles = tiles(
        context,
        [_tile(context, kpi) for kpi in shown],
        Box(area.left, area.top, area.width, TILE_HEIGHT),
    )
    top = area.top + TILE_HEIGHT + inches(0.25)
    rule = headline.title.rule.removeprefix("titles.")
    elements = (
        *top_tiles,
        *_tables(context, Box(area.left, top, area.width, area.bottom - top)),
        *meaning_of(context, headline, story, rule, _meaning(context)),
    )
    notes = (headline.title.text, question_of(context, rule), *_definitions(context, shown))
    page = Page("breakdown", headline.title, ("usage_parts", "tickets"), notes)
    return (slide(context, page, elements),)


def _tile(context: SlideContext, kpi: str) -> Tile:
    """A figure's tile; of the cause, its own tickets now and before, as the table has them."""
    if kpi != "tickets_top_cause" or not context.view.causes:
        return tile_of(context, kpi)
    cause, count = context.view.causes[0], context.formats.count
    every = context.part(context.get(kpi), "denominator").text
    now = context.say("delivery.of", {"done": count(cause.tickets), "all": every})
    values = {"before": count(cause.before), "period": context.previous_period}
    told = Delta(context.say("breakdown.cause_before", values), Tone.FLAT)
    told = no_base(context) if context.is_new_since_previous else told
    return Tile(context.say("breakdown.about", {"name": _name_of(context, cause)}), now, told)


def _meaning(context: SlideContext) -> dict[str, str]:
    """Uses of all parts together, by teams where they are known, and what the cause amounts to."""
    parts, causes, count = context.view.parts, context.view.causes, context.formats.count
    kind = parts[0].kind if parts else ""
    alike = [part for part in parts if part.kind == kind]
    whole, before = sum(part.events for part in alike), sum(part.before for part in alike)
    largest = max(alike, key=lambda part: part.events, default=None)
    share = largest.events / whole if largest and whole else 0.0
    return {
        "uses": count(round(whole)),
        "before": count(round(before)),
        "largest": short_name(largest.name) if largest else "",
        "share": context.formats.percent(share),
        "tickets": count(causes[0].tickets) if causes else "",
        "all": count(sum(cause.tickets for cause in causes)),
        "critical": count(causes[0].critical) if causes else "",
    }


def _definitions(context: SlideContext, shown: list[str]) -> tuple[str, ...]:
    return tuple(context.definition_of(kpi) for kpi in shown)


def _tables(context: SlideContext, area: Box) -> tuple[Element, ...]:
    plans = [
        *([("parts", _parts(context))] if context.view.parts else []),
        *([("causes", _causes(context))] if context.view.causes else []),
    ]
    places = row_of(area, len(plans), inches(0.4))
    elements: list[Element] = []
    for (name, plan), place in zip(plans, places, strict=True):
        under = Box(place.left, place.top + _HEAD, place.width, place.height - _HEAD)
        elements.append(heading(context, context.say(f"breakdown.{name}"), place))
        elements.extend(whole_table(context, plan, under))
    return tuple(elements)


def _parts(context: SlideContext) -> TablePlan:
    columns = (
        ColumnPlan(context.say("breakdown.part"), 0.36),
        ColumnPlan(context.say("breakdown.events"), 0.2, Align.RIGHT),
        ColumnPlan(context.say("breakdown.change"), 0.24),
        ColumnPlan(context.say("breakdown.people"), 0.2, Align.RIGHT),
    )
    rows = tuple(_part_row(context, part) for part in context.view.parts)
    return TablePlan(
        context.say("breakdown.parts"), context.say("breakdown.parts_alt"), columns, rows
    )


def _part_row(context: SlideContext, part: UsedPart) -> Row:
    kind = context.say(f"breakdown.{part.kind}", {"name": part.name})
    people = context.say("absent") if part.people is None else context.formats.count(part.people)
    return (
        Entry(kind),
        Entry(context.formats.count(round(part.events))),
        _change(context, part),
        Entry(people),
    )


def _change(context: SlideContext, part: UsedPart) -> Entry:
    if not part.events:
        return Entry(context.say("breakdown.idle"), Tone.BAD)
    if not part.before:
        return Entry(context.say("breakdown.begun"), Tone.FLAT)
    change = _change_of(part)
    tone = Tone.BAD if change <= _FALL else Tone.GOOD if change >= _RISE else Tone.FLAT
    return Entry(context.formats.signed_percent(change), tone)


def _causes(context: SlideContext) -> TablePlan:
    """How many tickets each had, beside the quarter before where the client had one."""
    before = [ColumnPlan(context.previous_period, 0.25, Align.RIGHT)]
    columns = (
        ColumnPlan(context.say("breakdown.cause"), 0.37),
        ColumnPlan(context.say("breakdown.tickets"), 0.18, Align.RIGHT),
        *([] if context.is_new_since_previous else before),
        ColumnPlan(context.say("breakdown.critical"), 0.2, Align.RIGHT),
    )
    rows = tuple(_cause_row(context, cause) for cause in context.view.causes)
    return TablePlan(
        context.say("breakdown.causes"), context.say("breakdown.causes_alt"), columns, rows
    )


def _cause_row(context: SlideContext, cause: Cause) -> Row:
    count = context.formats.count
    return (
        Entry(_name_of(context, cause)),
        Entry(count(cause.tickets), bold=True),
        *([] if context.is_new_since_previous else [Entry(count(cause.before))]),
        Entry(count(cause.critical)),
    )


def _name_of(context: SlideContext, cause: Cause) -> str:
    """A common category in the deck's language; any other as it was recorded."""
    name = cause.name.lower()
    return context.say(f"categories.{name}") if name in _COMMON else cause.name
