"""Where the product is used and what tickets are about: by team, module and cause."""

from dataclasses import replace

from reports.brand import inches
from reports.deck.categories import category
from reports.deck.exhibits.asked_about import asked_about, is_about
from reports.deck.exhibits.breakdown_meaning import (
    idle_parts,
    leading_cause,
    leading_causes,
    parts_meaning,
    quoted,
    quoted_names,
)
from reports.deck.exhibits.frame import (
    TILE_HEIGHT,
    Page,
    heading,
    note,
    row_of,
    slide,
    tiles,
    whole_title,
)
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of, short_name
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import Tile, no_base, tile_of
from reports.deck.fallen_part import fallen_part, others_risen, unanswered_fall
from reports.deck.model import Box, Element, Figure, Slide
from reports.deck.slide_context import (
    TONE_OF,
    Delta,
    Headline,
    Shortfall,
    SlideContext,
    Tone,
    Value,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.judgement import are_tickets_enough, part_grade
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Missing, Place
from transforms.service.breakdowns import (
    Cause,
    UsedPart,
    events_before,
    events_of,
)

ORDER = 65
KIND = Kind.CONTENT

_HEAD = inches(0.34)
_NOTE_ROOM = inches(0.3)
_PARTS = ("teams_active", "modules_active")
_ANSWERS = {
    "idle": ("breakdown", "module", "usage_module"),
    "falls": ("breakdown",),
    **dict.fromkeys(("cause_alone", "cause_tied", "cause_even"), ("cause",)),
}
"""The actions that a title's strip may name: those on what it tells of."""
_DUE = {"training_done": "training_due", "maintenance_done": "maintenance_due"}
"""By what was done in the quarter, what was due in it."""
_COUNTED = ("tickets", "before")


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """A part whose fall no other page answers, parts that nobody uses any more, the one that lost
    most use, the most frequent cause of tickets; else where use is concentrated."""
    parts, cause = context.view.parts, context.get("tickets_top_cause")
    has_cause = _has_cause(context)
    if not parts and not has_cause:
        return Absent(cause.reason or Missing.NO_ROWS)
    values: dict[str, Value] = (
        _cause(context, cause) if has_cause else {"name": "", "tickets": "", "all": ""}
    )
    values["cause"] = (
        context.phrase("titles.breakdown.cause", values) if leading_cause(context) else ""
    )
    idle = idle_parts(parts)
    values["idle"] = quoted_names(context, [part.name for part in idle])
    fallen, found = fallen_part(context), unanswered_fall(context, story)
    if fallen is not None:
        values |= {"part": fallen.name, "fall": _fall_of(context, fallen)}
        values["beside"] = _beside(context)
    elif parts:
        values |= _largest(context, parts)
    used = _cause_rule(context) if has_cause else _most_rule(parts)
    is_lead = _leads(fallen, idle)
    told = bool(found and found.events) or is_lead
    rule = "falls" if told else "idle" if idle else "falls" if fallen else used
    if rule == "idle":
        values |= _asked_of(context, idle, values)
    tone = Tone.FLAT if idle or fallen or has_cause else Tone.GOOD
    said = [values, {**values, "cause": ""}]
    wordings = [context.counted(f"titles.breakdown.{rule}", len(idle), item) for item in said]
    title = whole_title(context, wordings)
    if found is not None:
        told = found.kind if found.events else "stopped"
        clause = context.phrase(f"clauses.breakdown.{told}", values)
        return Headline("breakdown", Tone.BAD, title, clause, Shortfall(-(found.change or 0.0)))
    return Headline("breakdown", tone, title, context.phrase("clauses.none"))


def _leads(fallen: UsedPart | None, idle: list[UsedPart]) -> bool:
    """Whether a part that is still used lost more than those that nobody uses any more."""
    if fallen is None or not fallen.events:
        return False
    return (fallen.before or 0.0) - fallen.events > events_before(idle)


def _asked_of(
    context: SlideContext, idle: list[UsedPart], values: dict[str, Value]
) -> dict[str, Value]:
    """Tickets on what nobody uses; where those are the most frequent ones, told once."""
    names = [part.name for part in idle]
    leading = leading_causes(context) if _has_cause(context) else []
    if len(idle) != 1 or len(leading) != 1 or not is_about(context, leading[0], names):
        return {"asked": asked_about(context, names, is_alone=not values["cause"])}
    return {"asked": "", "cause": context.phrase("titles.breakdown.cause_too", values)}


def _beside(context: SlideContext) -> Value:
    """What the parts beside the fallen one did, where they rose while it fell."""
    risen = others_risen(context)
    if risen is None:
        return ""
    rise = Figure(context.formats.change_percent(risen.change), risen.change, table="usage_parts")
    values: dict[str, Value] = {"other": short_name(risen.names[0]), "rise": rise}
    return context.counted("titles.breakdown.risen", len(risen.names), values)


def _has_cause(context: SlideContext) -> bool:
    """Whether there are tickets enough for the most frequent cause to say anything."""
    every = context.get("tickets_top_cause").denominator
    return are_tickets_enough(every) and bool(context.view.causes)


def _cause(context: SlideContext, cause: KpiValue) -> dict[str, Value]:
    return {
        "name": category(context, context.view.causes[0].name),
        "names": context.formats.items([quoted(context, item) for item in leading_causes(context)]),
        "tickets": context.part(cause, "numerator"),
        "all": context.part(cause, "denominator"),
    }


def _cause_rule(context: SlideContext) -> str:
    """One cause that leads, several that tie, or such as all tickets split evenly over."""
    leading = leading_causes(context)
    if len(leading) == 1:
        return "cause_alone"
    return "cause_even" if len(leading) == len(context.view.causes) else "cause_tied"


def _alike(parts: tuple[UsedPart, ...]) -> list[UsedPart]:
    """Teams, or modules where no team is known: each splits up the same use."""
    return [part for part in parts if part.kind == parts[0].kind]


def _most_rule(parts: tuple[UsedPart, ...]) -> str:
    """The part that is used most among others, or the only one."""
    alike = _alike(parts)
    return f"most_{alike[0].kind}" if len(alike) > 1 else "only"


def _largest(context: SlideContext, parts: tuple[UsedPart, ...]) -> dict[str, Value]:
    alike = _alike(parts)
    largest, whole = max(alike, key=lambda part: part.events), events_of(alike)
    share = largest.events / whole if whole else 0.0
    return {
        "part": short_name(largest.name),
        "share": Figure(context.formats.percent(share), share, table="usage_parts"),
        "uses": context.tally(round(largest.events), "usage_parts"),
    }


def _fall_of(context: SlideContext, part: UsedPart) -> Figure:
    fall = -(part.change or 0.0)
    return Figure(context.formats.change_percent(fall), fall, table="usage_parts")


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two tables: parts at the left, causes at the right."""
    area = above_meaning(context)
    shown = figures_shown(context)
    top_tiles = tiles(
        context,
        [_tile(context, kpi) for kpi in shown],
        Box(area.left, area.top, area.width, TILE_HEIGHT),
    )
    top = area.top + TILE_HEIGHT + inches(0.25)
    rule = headline.title.rule.removeprefix("titles.")
    idle = context.number(len(idle_parts(context.view.parts)))
    said = {**parts_meaning(context, rule), "n": idle}
    is_moved = rule == "breakdown.falls" and others_risen(context) is not None
    asked = _asked(context, "breakdown.moved" if is_moved else rule, context.view.parts)
    elements = (
        *top_tiles,
        *_tables(context, Box(area.left, top, area.width, area.bottom - top)),
        *meaning_of(
            context,
            headline,
            story,
            "breakdown.moved" if is_moved else rule,
            said,
            asked=asked,
            # What a part lost, the whole lost too.
            answered_by="usage" if rule == "breakdown.falls" else "",
            rules=_ANSWERS.get(rule.removeprefix("breakdown."), ()),
        ),
    )
    notes = (headline.title.text, question_of(context, asked, said), *_definitions(context, shown))
    tables = (
        *(("usage_parts",) if context.view.parts else ()),
        *(("tickets",) if context.view.causes or "tickets_top_cause" in shown else ()),
    )
    page = Page("breakdown", headline.title, tables, notes)
    return (slide(context, page, elements),)


def figures_shown(context: SlideContext) -> list[str]:
    """The page's figures that say something: no training is none that was missed where none was
    due, and projects do not hold all that there is."""
    known = [kpi for kpi in shown_at(Place.BREAKDOWN) if context.get(kpi).number is not None]
    if not _has_cause(context):
        known = [kpi for kpi in known if kpi != "tickets_top_cause"]
    return [
        kpi
        for kpi in known
        if kpi not in _DUE or context.get(kpi).number or context.get(_DUE[kpi]).number
    ]


def _asked(context: SlideContext, rule: str, parts: tuple[UsedPart, ...]) -> str:
    """What a fall, or no use at all, asks of a team is not what it asks of a module."""
    if rule == "breakdown.idle" and any(part.kind != "module" for part in idle_parts(parts)):
        return f"{rule}_others"
    fallen = fallen_part(context)
    is_of_part = rule in ("breakdown.falls", "breakdown.moved")
    return f"{rule}_{fallen.kind}" if fallen and is_of_part else rule


def _tile(context: SlideContext, kpi: str) -> Tile:
    """A figure's tile: of parts how many of how many are in use; of the cause, its own tickets."""
    if kpi in _PARTS:
        return _counted_tile(context, kpi)
    return _cause_tile(context) if kpi == "tickets_top_cause" else tile_of(context, kpi)


def _counted_tile(context: SlideContext, kpi: str) -> Tile:
    now, before = context.get(kpi), context.get(kpi, context.period.previous)
    if before.value is None or context.is_new_since_previous:
        return Tile(context.short_name(kpi), _counted(context, now), no_base(context, kpi))
    values = {"before": _counted(context, before), "period": context.previous_period}
    told = Delta(context.say("breakdown.cause_before", values), Tone.FLAT)
    return Tile(context.short_name(kpi), _counted(context, now), told)


def _counted(context: SlideContext, value: KpiValue) -> str:
    parts = [context.part(value, part).text for part in ("numerator", "denominator")]
    return context.say("delivery.of", dict(zip(("done", "all"), parts, strict=True)))


def _cause_tile(context: SlideContext) -> Tile:
    """Its tickets now and before, as the table has them; of several as frequent, how many."""
    leading, count = leading_causes(context), context.formats.count
    every = context.part(context.get("tickets_top_cause"), "denominator").text
    now = context.say("delivery.of", {"done": count(leading[0].tickets), "all": every})
    if len(leading) > 1:
        each = Delta(context.say("breakdown.each", {"tickets": now}), Tone.FLAT)
        tied = context.say("breakdown.tied", {"n": count(len(leading))})
        return Tile(context.say("breakdown.top_causes"), tied, each)
    values = {"before": count(leading[0].before), "period": context.previous_period}
    told = Delta(context.say("breakdown.cause_before", values), Tone.FLAT)
    told = no_base(context) if context.is_new_since_previous else told
    return Tile(
        context.say("breakdown.about", {"name": category(context, leading[0].name)}), now, told
    )


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
        lacks = any(part.before is None for part in context.view.parts)
        if name == "parts" and lacks and _has_changes(context):
            under = replace(under, height=under.height - _NOTE_ROOM)
            small = Box(under.left, under.bottom + inches(0.06), under.width, 0)
            elements.append(note(context, context.say("breakdown.parts_note"), small, 1))
        elements.extend(whole_table(context, plan, under))
    return tuple(elements)


def _parts(context: SlideContext) -> TablePlan:
    """Uses and people of each, and the change where that of any is known."""
    columns = (
        ColumnPlan(context.say("breakdown.part"), 0.36),
        ColumnPlan(context.say("breakdown.events"), 0.2, Align.RIGHT),
        ColumnPlan(context.say("breakdown.change"), 0.24),
        ColumnPlan(context.say("breakdown.people"), 0.2, Align.RIGHT),
    )
    rows = tuple(_part_row(context, part) for part in context.view.parts)
    if not _has_changes(context):
        columns, rows = (*columns[:2], columns[3]), tuple((*row[:2], row[3]) for row in rows)
    return TablePlan(
        context.say("breakdown.parts"), context.say("breakdown.parts_alt"), columns, rows
    )


def _has_changes(context: SlideContext) -> bool:
    """Whether the column of changes says anything of any part."""
    return any(part.before is not None or not part.events for part in context.view.parts)


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
    if part.before is None:
        return Entry(context.say("absent"))
    change = part.change
    if change is None:
        return Entry(context.say("breakdown.begun"), Tone.FLAT)
    return Entry(context.formats.signed_change(change), TONE_OF[part_grade(change)])


def _causes(context: SlideContext) -> TablePlan:
    """How many tickets each had, beside the quarter before where the client had one."""
    before = [ColumnPlan(context.previous_period, 0.25, Align.RIGHT)]
    columns = (
        ColumnPlan(context.say("breakdown.cause"), 0.37),
        ColumnPlan(context.say("breakdown.tickets"), 0.18, Align.RIGHT),
        *([] if context.is_new_since_previous else before),
        ColumnPlan(context.say("breakdown.critical"), 0.2, Align.RIGHT),
    )
    rows = (*(_cause_row(context, cause) for cause in context.view.causes), *_other_row(context))
    return TablePlan(
        context.say("breakdown.causes"), context.say("breakdown.causes_alt"), columns, rows
    )


def _other_row(context: SlideContext) -> tuple[Row, ...]:
    """The tickets that no cause on the page counts, so that columns add up to all tickets."""
    periods = (context.period, context.period.previous)
    filed = [round(context.get("tickets_created", period).number or 0) for period in periods]
    named = [sum(getattr(one, part) for one in context.view.causes) for part in _COUNTED]
    now, before = (max(all_of - known, 0) for all_of, known in zip(filed, named, strict=True))
    if not now and (not before or context.is_new_since_previous):
        return ()
    count = context.formats.count
    row = (
        Entry(context.say("breakdown.other")),
        Entry(count(now), bold=True),
        *([] if context.is_new_since_previous else [Entry(count(before))]),
        Entry(context.say("absent") if now else count(0)),
    )
    return (row,)


def _cause_row(context: SlideContext, cause: Cause) -> Row:
    count = context.formats.count
    return (
        Entry(category(context, cause.name)),
        Entry(count(cause.tickets), bold=True),
        *([] if context.is_new_since_previous else [Entry(count(cause.before))]),
        Entry(count(cause.critical)),
    )
