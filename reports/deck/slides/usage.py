"""Use and adoption: the weeks that the change compares, last year's beside them, and the seats."""

from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, legend, value_labels
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, slide, tiles_down
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of, short_name
from reports.deck.exhibits.seats_apart import told_in_full
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.exhibits.weekly_use import (
    BASE_WEEKS,
    RECENT_WEEKS,
    first_day,
    means_of,
    week_of_fall,
    weekly_line,
    weeks_of,
    weeks_skipped,
)
from reports.deck.fewer_seats import (
    cut_behind,
    cut_outpaced,
    cut_told,
    fewer_in_year,
    more_seats,
    seats_of,
)
from reports.deck.idle_module import module_behind
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Figure,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.slide_context import Delta, Headline, Phrase, Shortfall, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import back_since
from transforms.clients.judgement import falls_on_year
from transforms.metrics.kpi import KpiValue, Missing, Place

ORDER = 50
KIND = Kind.CONTENT

_LEAST_WEEKS = 4
_LEAST_BAR = inches(1.2)
_APART, _APART_LINES = inches(0.56), 3
_LABEL_ROOM = 1.15
"""The scale over the longest bar, so that its label fits."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Up or down against the weeks before, beside the same weeks last year.

    A fall counts as bad only if last year's weeks do not show it too: holidays are no churn. Far
    below last year is bad news, however steady the last weeks are. A fall that followed a cut of
    the client's own seats is none.
    """
    del story
    weeks = weeks_of(context)
    known = [value for value in weeks if value.number is not None]
    if len(known) < _LEAST_WEEKS:
        return Absent(weeks[-1].reason or "no_usage")
    change, year = context.get("usage_change"), context.get("usage_change_year")
    tone = _tone(context, change, year)
    values: dict[str, Value] = {
        "size": context.size(change),
        "signed": context.signed(change),
        "last": context.figure(known[-1]),
        "weeks": Figure(context.formats.count(BASE_WEEKS), float(BASE_WEEKS), table="policy"),
        "year": _year(context, year),
        "cut": _cut(context),
        "season": _season(context, year),
        "fall": context.size(year),
        "reason": context.reason_within(change.reason),
        **seats_of(context, cut_told(context)),
    }
    rule = _rule(context, tone, change, year)
    if tone is Tone.MISSING and year.value is not None:
        return _against_last_year(context, year)
    return Headline(
        "usage",
        tone,
        context.phrase(f"titles.usage.{rule}", values),
        context.phrase(f"clauses.usage.{rule}", {**values, "year": _year_alone(context, year)}),
        Shortfall(-min(*(_lost(context, value) for value in (change, year)), 0.0)),
    )


def _lost(context: SlideContext, change: KpiValue) -> float:
    """The change that is not the cut seats'."""
    return 0.0 if cut_behind(context, change.kpi) else change.value or 0.0


def _rule(context: SlideContext, tone: Tone, change: KpiValue, year: KpiValue) -> str:
    if tone is Tone.FLAT and cut_behind(context, change.kpi):
        return "fewer_seats"
    if tone is Tone.FLAT and cut_behind(context, year.kpi):
        return "fewer_seats_year"
    if _falls(context, change):
        return "seasonal" if tone is Tone.FLAT else tone.value
    is_below = tone in (Tone.BAD, Tone.FLAT) and _falls(context, year)
    if not is_below:
        return tone.value
    # Last year's weeks alone are bad news, or no good ones.
    limit = context.view.thresholds.materiality_ratio
    return "worse_up" if (change.value or 0.0) >= limit else "worse_flat"


def _against_last_year(context: SlideContext, year: KpiValue) -> Headline:
    """Where the weeks before are not known, last year's are the only ones to compare with."""
    share = year.value or 0.0
    is_stable = abs(share) < context.view.thresholds.materiality_ratio
    rule = "year_flat" if is_stable else "year_up" if share > 0 else "year_down"
    title = context.phrase(f"titles.usage.{rule}", {"size": context.size(year)})
    if falls_on_year(year.value) and not cut_behind(context, year.kpi):
        clause = context.phrase("clauses.usage.worse_flat", {"fall": context.size(year)})
        return Headline("usage", Tone.BAD, title, clause, Shortfall(-(year.value or 0.0)))
    return Headline("usage", Tone.MISSING, title, context.phrase("clauses.usage.missing"))


def _falls(context: SlideContext, change: KpiValue) -> bool:
    return (change.value or 0.0) <= -context.view.thresholds.materiality_ratio


def _tone(context: SlideContext, change: KpiValue, year: KpiValue) -> Tone:
    limit = context.view.thresholds.materiality_ratio
    if change.value is None:
        return Tone.MISSING
    if falls_on_year(year.value) and not cut_behind(context, year.kpi):
        return Tone.BAD
    if abs(change.value) < limit or cut_behind(context, change.kpi):
        return Tone.FLAT
    if change.value > 0:
        return Tone.GOOD
    return Tone.FLAT if year.value is not None and year.value > -limit else Tone.BAD


def _year(context: SlideContext, year: KpiValue) -> Value:
    """The comparison with last year in brackets, beside the seats that came or went within it;
    nothing without one."""
    grown, fallen = more_seats(context), fewer_in_year(context)
    if year.value is None or (grown is None and fallen is None):
        return _year_alone(context, year)
    values = {"signed": context.signed(year), **seats_of(context, grown or fallen)}
    return context.phrase(f"titles.usage.year_{'fewer' if grown is None else 'more'}", values)


def _year_alone(context: SlideContext, year: KpiValue) -> Value:
    if year.value is None:
        return ""
    return context.phrase("titles.usage.year", {"signed": context.signed(year)})


def _cut(context: SlideContext) -> Value:
    """The seats that went within the year, after a fall on it that is told in words."""
    cut = fewer_in_year(context)
    return "" if cut is None else context.phrase("titles.usage.cut", seats_of(context, cut))


def _season(context: SlideContext, year: KpiValue) -> Value:
    """How a fall that last year does not confirm stands to it; nothing without it."""
    if year.value is None:
        return ""
    return context.phrase(
        f"titles.usage.season_{'above' if _is_above(context, year) else 'level'}",
        {"signed": context.signed(year)},
    )


def _is_above(context: SlideContext, year: KpiValue) -> bool:
    return (year.value or 0.0) >= context.view.thresholds.materiality_ratio


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The line over eight columns; comparison and seats at its right; what it means under both."""
    grid, rule = Grid(above_meaning(context)), _meaning_rule(context, headline, story)
    left, right = grid.down(1, 8), grid.down(9, 4)
    said = _said(context, story)
    asked = _asked(context, rule)
    elements = (
        heading(context, _heading(context), left),
        *_exhibit(context, left, headline.title.rule == "titles.usage.bad"),
        *_side(context, right),
        *meaning_of(context, headline, story, rule, said, asked, else_rules=("usage_peers",)),
    )
    notes = (
        headline.title.text,
        context.say("notes.usage"),
        question_of(context, asked, said),
        *context.definitions(Place.USAGE),
    )
    page = Page("usage", headline.title, ("usage",), notes)
    return (slide(context, page, elements),)


def _meaning_rule(context: SlideContext, headline: Headline, story: tuple[Headline, ...]) -> str:
    rule = headline.title.rule.removeprefix("titles.usage.")
    if rule.startswith("year"):
        return "usage.year"
    if rule.startswith("worse"):
        return "usage.worse"
    year = context.get("usage_change_year")
    if rule == "seasonal" and _is_above(context, year):
        return "usage.seasonal_above"
    if rule == "fewer_seats_year":
        return "usage.fewer_seats_year"
    if rule == "fewer_seats":
        return "usage.fewer_seats"
    if rule == Tone.BAD and (outpaced := cut_outpaced(context)):
        return f"usage.more_than_seats{'_year' if outpaced[0] == year.kpi else ''}"
    if rule == Tone.BAD and module_behind(context, story) is not None:
        return "usage.module"
    # Without last year's weeks nobody knows whether a fall is the season's.
    is_alone = rule == Tone.BAD and year.value is None
    return f"usage.{'bad_alone' if is_alone else rule}"


def _asked(context: SlideContext, rule: str) -> str:
    """Whose question is put: of a fall, that of the week in which it came, where one stands out."""
    if rule == "usage.year":
        return "usage.missing"
    if rule == "usage.good":
        return _asked_of_rise(context)
    is_fall = rule in ("usage.bad", "usage.bad_alone")
    return "usage.since" if is_fall and week_of_fall(context) is not None else rule


def _asked_of_rise(context: SlideContext) -> str:
    """What is done now that was not before is asked where use is above last year's too."""
    year = context.get("usage_change_year").value
    if year is None or _is_above(context, context.get("usage_change_year")):
        return "usage.good" if more_seats(context) is None else "usage.good_seats"
    if year > -context.view.thresholds.materiality_ratio:
        return "usage.good_level"
    return "usage.worse" if fewer_in_year(context) is None else "usage.fewer_seats_year"


def _said(context: SlideContext, story: tuple[Headline, ...]) -> dict[str, str]:
    """Uses a week, before and now; where they cannot be compared, what there is of them."""
    count, weeks = context.formats.count, [value for value in weeks_of(context) if value.number]
    before, now = (round(mean or 0.0) for mean in means_of(context))
    outpaced = cut_outpaced(context)
    cut = outpaced[1] if outpaced else cut_told(context)
    year, fall = context.get("usage_change_year"), week_of_fall(context)
    module = module_behind(context, story)
    return {
        "module": "" if module is None else short_name(module.name),
        "week": "" if fall is None else context.formats.long_day_of_year(fall),
        "fall": context.size(year).text,
        "size": context.size(context.get("usage_change")).text,
        "share": context.text_of(context.get("seats_used")),
        "before": count(before),
        "now": count(now),
        **{name: _printed(value) for name, value in seats_of(context, cut).items()},
        "more": count(abs(now - before)),
        "weeks": count(len(weeks)),
        "last": context.text_of(weeks[-1]) if weeks else context.say("absent"),
    }


def _compared(context: SlideContext) -> Tile:
    """The change; of a client that came back, that weeks before its return are none."""
    tile = tile_of(context, "usage_change")
    is_gap = context.get("usage_change").reason is Missing.GAPS_IN_HISTORY
    if not is_gap or back_since(context) is None:
        return tile
    return replace(tile, delta=Delta(context.say("missing.before_return"), Tone.MISSING))


def _printed(value: Value) -> str:
    return value if isinstance(value, str) else value.text


def _side(context: SlideContext, right: Box) -> tuple[Element, ...]:
    """Both comparisons and the seats, as many as there is room for."""
    shown = [_compared(context), tile_of(context, "usage_change_year")]
    gap, seats = inches(0.16), context.get("seats_used")
    bar_top = right.top + 2 * (TILE_HEIGHT + gap)
    rest = Box(right.left, bar_top, right.width, right.bottom - bar_top)
    if rest.height < _LEAST_BAR:
        # Commentary took the room: the seats' figure is worth more than a bar nobody can read.
        return tiles_down(context, [shown[0], tile_of(context, "seats_used")], right)
    if seats.value is None or not seats.denominator:
        return tiles_down(context, [*shown, tile_of(context, "seats_used")], right)
    values = {
        "share": context.figure(seats),
        "used": context.part(seats, "numerator"),
        "paid": context.part(seats, "denominator"),
    }
    title = context.phrase("usage.seats", values)
    told = told_in_full(context)
    under = rest.bottom - (_APART if told else 0)
    bar = Box(rest.left, rest.top + inches(0.3), rest.width, under - rest.top - inches(0.3))
    small = Box(rest.left, under, rest.width - inches(0.1), 0)
    return (
        *tiles_down(context, shown, right),
        heading(context, title.text, rest),
        _seats(context, seats, title, bar),
        *((note(context, told, small, _APART_LINES),) if told else ()),
    )


def _heading(context: SlideContext) -> str:
    """What the line is, and the two means that the title compares."""
    before, now = means_of(context)
    if before is None or now is None:
        return context.say("usage.heading")
    count = context.formats.count
    return context.say(
        "usage.heading_means",
        {
            "before": count(round(before)),
            "now": count(round(now)),
            "weeks": count(BASE_WEEKS),
            "last": count(RECENT_WEEKS),
        },
    )


def _exhibit(context: SlideContext, left: Box, falls: bool) -> tuple[Element, ...]:
    top = left.top + inches(0.34)
    weekday = context.formats.weekday(first_day(context, weeks_of(context)[0]))
    small = Box(left.left, left.bottom - inches(0.22), left.width, 0)
    place = Box(left.left, top, left.width, small.top - inches(0.08) - top)
    return (
        weekly_line(context, place, falls),
        note(context, context.say(f"usage.{_note_on(context)}", {"weekday": weekday}), small, 1),
    )


def _note_on(context: SlideContext) -> str:
    """What is drawn beside the line is explained; nothing else."""
    if weeks_skipped(context) >= BASE_WEEKS:
        return "note_bare"
    return "note_alone" if context.get("usage_change").value is None else "note"


def _seats(context: SlideContext, seats: KpiValue, title: Phrase, place: Box) -> Chart:
    """A bullet: the seats in use as a bar on the band of those paid for."""
    palette = context.brand.palette
    used, paid = seats.numerator or 0.0, seats.denominator or 0.0
    code = context.formats.chart_number(0)
    band = Series(
        context.say("usage.paid"),
        (paid,),
        code,
        fill=palette.context,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
    )
    measure = Series(
        context.say("usage.used"),
        (used,),
        code,
        fill=palette.accent,
        labels=value_labels(context, code, LabelPlace.BASE, palette.paper),
    )
    names = category_axis(context)
    return Chart(
        title.text,
        place,
        title.text,
        (" ",),
        (
            Plot(PlotKind.BAR, Grouping.CLUSTERED, (band,), gap_width=30),
            Plot(PlotKind.BAR, Grouping.CLUSTERED, (measure,), gap_width=170, on_second_axes=True),
        ),
        names,
        hidden_values(context, max(paid, used) * _LABEL_ROOM),
        context.say("sheet"),
        legend(context),
    )
