"""Satisfaction: who would recommend us, whether help was good, and what answers were about."""

from itertools import takewhile

from messages.catalogue import Shown
from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, slide, tiles, tiles_down
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.opinion import (
    claimed_csat_change,
    claimed_nps_change,
    csat_text,
    drifting_from,
    is_rated_low,
    is_same,
    is_told,
    sliding_from,
    slipped_from,
)
from reports.deck.exhibits.opinion_chart import (
    answers_chart,
    counts_of,
    quarters_drawn,
    quarters_told,
)
from reports.deck.exhibits.ratings_chart import ratings_chart, ratings_drawn
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, whole_table
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import (
    Box,
    Element,
    Figure,
    Slide,
)
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import back_since
from reports.deck.text_model import Align
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Missing, Place
from transforms.service.opinion import FALLING_QUARTERS

ORDER = 70
KIND = Kind.CONTENT

_LOW = "satisfaction.csat_low"
_FEWEST_QUARTERS = 2
"""Of earlier scores, where this quarter has none."""
_THEMES, _FEWEST_ANSWERS = 6, 2


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """NPS and whether a change can be claimed; else CSAT; else how many answered."""
    del story
    nps, answers, csat = context.get("nps"), context.get("nps_answers"), context.get("csat")
    if nps.number is not None:
        return _nps_headline(context, nps)
    if csat.number is not None:
        return _csat_headline(context, csat)
    if not answers.number:
        return Absent(nps.reason or "no_answers")
    if len(quarters_told(context)) < _FEWEST_QUARTERS:
        return Absent(Missing.TOO_FEW_ANSWERS)  # a tile over an old quarter
    values = {"n": context.figure(answers)}
    return Headline(
        "satisfaction",
        Tone.MISSING,
        context.counted("titles.satisfaction.missing", int(answers.number), values),
        context.phrase("clauses.none"),
    )


def _nps_headline(context: SlideContext, nps: KpiValue) -> Headline:
    change = claimed_nps_change(context)
    first = sliding_from(context)
    tone = Tone.BAD if first is not None else _nps_tone(nps, change)
    before = context.get("nps", context.period.previous)
    values: dict[str, Value] = {
        "nps": context.figure(nps),
        "period": context.previous_period,
        "trend": _trend(context, nps, before, change),
        "first": "" if first is None else context.figure(first),
        "csat": _csat_change(context),
        "since": _since(context),
    }
    rule = "negative" if (nps.value or 0.0) < 0 else tone.value
    rule = "first" if rule == Tone.FLAT.value and _is_first(context) else rule
    rule = rule if first is None else "sliding"
    title = context.phrase(f"titles.satisfaction.{rule}", values)
    if (of_ratings := _rated(context, tone)) is not None:
        # The score holds and our help is not rated well: that is what has to be answered.
        return Headline("satisfaction", Tone.BAD, title, of_ratings)
    clause = context.phrase(f"clauses.satisfaction.{rule}", values)
    return Headline("satisfaction", tone, title, clause)


def _rated(context: SlideContext, tone: Tone) -> Phrase | None:
    """What ratings of our help say beside a score that is no bad news itself, where they are."""
    if tone is Tone.BAD:
        return None
    values: dict[str, Value] = {"csat": csat_text(context)}
    if tone is Tone.FLAT and (claimed_csat_change(context) or 0.0) < 0:
        return context.phrase("clauses.csat.bad", values)
    return context.phrase("clauses.csat.low", values) if is_rated_low(context) else None


def _is_first(context: SlideContext) -> bool:
    """Whether no earlier quarter shown has a score."""
    earlier = [context.period.shift(step) for step in range(-FALLING_QUARTERS, 0)]
    return all(context.get("nps", period).value is None for period in earlier)


def _since(context: SlideContext) -> str:
    """Of a client that came back, that what is told began with its return."""
    return "" if back_since(context) is None else context.say("satisfaction.since_return")


def _csat_change(context: SlideContext) -> Value:
    """What ratings of our help did beside the score; where that may be chance, what they are if
    they are low, else nothing."""
    change = claimed_csat_change(context)
    if change is None:
        low = {"now": csat_text(context)}
        is_low = is_rated_low(context)
        return context.phrase("titles.satisfaction.csat_low", low) if is_low else ""
    values = {
        "before": csat_text(context, context.period.previous),
        "now": csat_text(context),
    }
    return context.phrase(f"titles.satisfaction.csat_{_direction(change)}", values)


def _direction(change: float) -> str:
    return "rises" if change > 0 else "falls"


def _nps_tone(nps: KpiValue, change: float | None) -> Tone:
    if (nps.value or 0.0) < 0 or (change is not None and change < 0):
        return Tone.BAD
    return Tone.GOOD if change is not None and change > 0 else Tone.FLAT


def _trend(context: SlideContext, nps: KpiValue, before: KpiValue, change: float | None) -> Value:
    if nps.value is None or _is_first(context):
        return ""
    if before.value is None:
        return context.phrase("titles.satisfaction.apart", {"periods": _lacking(context)})
    period = context.previous_period
    if change is None:
        rule = "same" if is_same(context, "nps") else "inconclusive"
        values: dict[str, Value] = {"period": period, "earlier": _earlier(context)}
        return context.phrase(f"titles.satisfaction.{rule}", values)
    size = Figure(
        context.formats.decimal(abs(change), 0),
        abs(change),
        "nps",
        str(context.period),
        part="change",
        base=str(context.period.previous),
    )
    rule = "rise" if change > 0 else "fall"
    return context.phrase(f"titles.satisfaction.{rule}", {"size": size, "period": period})


def _earlier(context: SlideContext) -> Value:
    """The score from which it fell over several quarters; beside low ratings those are told."""
    first = slipped_from(context)
    if first is None or _csat_change(context):
        return ""
    values: dict[str, Value] = {
        "first": context.figure(first),
        "when": context.formats.period(first.period),
    }
    return context.phrase("titles.satisfaction.earlier", values)


def _lacking(context: SlideContext) -> str:
    """The quarters since the last score, in which too few answered."""
    steps = takewhile(
        lambda step: context.get("nps", context.period.shift(step)).value is None,
        range(-1, -FALLING_QUARTERS - 1, -1),
    )
    periods = [context.formats.period(context.period.shift(step)) for step in steps]
    return context.formats.items(periods[::-1])


def _csat_headline(context: SlideContext, csat: KpiValue) -> Headline | Absent:
    if not is_told(context, "csat"):
        return _few_answers(context, csat)
    change = claimed_csat_change(context)
    tone = Tone.FLAT if change is None else Tone.GOOD if change > 0 else Tone.BAD
    if change is None and not is_rated_low(context) and _is_one_quarter(context):
        return Absent("told_with_service")
    is_base = is_told(context, "csat", context.period.previous)
    values: dict[str, Value] = {
        "csat": csat_text(context),
        "before": csat_text(context, context.period.previous) if is_base else "",
        "period": context.previous_period,
        "since": _since(context),
    }
    known = _csat_rule(context, tone) if is_base else _unbased(context)
    title = context.phrase(f"titles.satisfaction.csat.{known}", values)
    if tone is Tone.FLAT and is_rated_low(context):
        low = context.phrase("clauses.csat.low", values)
        return Headline("satisfaction", Tone.BAD, title, low)
    return Headline("satisfaction", tone, title, context.phrase(f"clauses.csat.{known}", values))


def _is_one_quarter(context: SlideContext) -> bool:
    """Whether ratings of this quarter are all that there is to draw, and the page on service has
    room for them."""
    is_alone = len(ratings_drawn(context)) < _FEWEST_QUARTERS and not quarters_told(context)
    return is_alone and bool(context.get("tickets_created").number)


def _csat_rule(context: SlideContext, tone: Tone) -> str:
    return "same" if tone is Tone.FLAT and is_same(context, "csat") else tone.value


def _unbased(context: SlideContext) -> str:
    """The first ratings, or such as follow on too few."""
    earlier = [context.period.shift(step) for step in range(-FALLING_QUARTERS, 0)]
    is_first = all(not context.get("csat", period).denominator for period in earlier)
    return "alone" if is_first else "apart"


def _few_answers(context: SlideContext, csat: KpiValue) -> Headline | Absent:
    """Of so few answers only how many there are: what they say would tell who said it."""
    if len(quarters_told(context)) < _FEWEST_QUARTERS:
        return Absent(Missing.TOO_FEW_ANSWERS)  # two tiles over an old quarter
    values = {"n": context.part(csat, "denominator")}
    count = round(csat.denominator or 0)
    title = context.counted("titles.satisfaction.csat_few", count, values)
    return Headline("satisfaction", Tone.MISSING, title, context.phrase("clauses.none"))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The bars at the left, tiles at the right, themes under the tiles, what it means below; of
    ratings alone their own columns."""
    area, quarters, rule = above_meaning(context), quarters_drawn(context), _meaning_rule(headline)
    grid, rated = Grid(area), [] if quarters else _ratings(context)
    of_chart = 7 if _has_themes(context) else 9
    left, beside = grid.down(1, of_chart), grid.down(of_chart + 1, 12 - of_chart)
    is_drawn = bool(quarters or rated)
    draw = ratings_chart if rated else answers_chart
    page = Page("satisfaction", headline.title, ("surveys",), _notes(context, headline))
    elements: list[Element] = [
        *draw(context, rated or quarters, left, area.bottom),
        *_right(context, beside if is_drawn else area, area.bottom),
        *meaning_of(
            context,
            headline,
            story,
            _says(context, rule),
            _told(context, rule),
            rule,
            else_rules=("opinion",),
        ),
    ]
    return (slide(context, page, elements),)


def _ratings(context: SlideContext) -> list[Period]:
    """Quarters of ratings to draw; one alone only where nobody ever asked for the score."""
    drawn = ratings_drawn(context)
    return [] if len(drawn) < _FEWEST_QUARTERS and quarters_told(context) else drawn


def _told(context: SlideContext, rule: str) -> dict[str, str | Shown]:
    """What the strip prints; of low ratings how many were not positive, and how it was before."""
    if rule != _LOW:
        return {**_answers(context)}
    csat, before = context.get("csat"), ratings_drawn(context)[:-1]
    known = [period for period in before if is_told(context, "csat", period)]
    return {
        "n": context.number(round((csat.denominator or 0) - (csat.numerator or 0))),
        "rated": context.part(csat, "denominator").text,
        "earlier": _ratings_of(context, known[-1]) if known else "",
    }


def _ratings_of(context: SlideContext, period: Period) -> str:
    """How many ratings of an earlier quarter were positive."""
    csat, count = context.get("csat", period), context.formats.count
    values = {
        "period": context.formats.period(period),
        "positive": count(csat.numerator or 0),
        "rated": count(csat.denominator or 0),
    }
    return context.say("satisfaction.earlier_ratings", values)


def _answers(context: SlideContext) -> dict[str, str]:
    """How many said what, for the strip."""
    promoters, _, detractors = counts_of(context, context.period)
    count, csat = context.formats.count, context.get("csat")
    answers = context.get("nps_answers").number or csat.denominator or 0
    first = drifting_from(context) or slipped_from(context)
    return {
        "first": "" if first is None else context.text_of(first),
        "when": "" if first is None else context.formats.period(first.period),
        "nps": context.text_of(context.get("nps")),
        "n": count(answers),
        "promoters": context.words.count("satisfaction.for_us", round(promoters)),
        "detractors": context.words.count("satisfaction.against_us", round(detractors)),
        "positive": count(csat.numerator or 0),
        "rated": count(csat.denominator or 0),
    }


def _says(context: SlideContext, rule: str) -> str:
    """Beside a score that may have changed by chance: that ratings fell or are low, or that it
    has been going down for longer."""
    if rule != "satisfaction.flat":
        return rule
    change = claimed_csat_change(context)
    if change is not None and change < 0:
        return f"{rule}_rated_worse"
    if is_rated_low(context):
        return f"{rule}_rated_low"
    if drifting_from(context) is not None:
        return f"{rule}_drifting"
    if slipped_from(context) is None:
        return rule
    return f"{rule}_slipped_to_rest" if is_same(context, "nps") else f"{rule}_slipped"


def _meaning_rule(headline: Headline) -> str:
    rule = headline.title.rule.removeprefix("titles.satisfaction.").replace(".", "_")
    if rule.startswith("csat") and headline.clause.rule == "clauses.csat.low":
        return _LOW
    return f"satisfaction.{'few' if rule in ('missing', 'csat_few') else rule}"


def _notes(context: SlideContext, headline: Headline) -> tuple[str, ...]:
    error, rule = context.get("nps_error"), _meaning_rule(headline)
    margin: list[str] = []
    if error.number is not None:
        shown = {"error": context.formats.decimal(float(error.number), 0)}
        margin.append(context.say("notes.nps_error", shown))
    return (
        headline.title.text,
        question_of(context, rule, _told(context, rule)),
        *context.definitions(Place.SATISFACTION),
        *margin,
    )


def _theme(context: SlideContext, name: str) -> str:
    """A common theme in the deck's language; any other as it was recorded."""
    key = f"themes.{name.lower()}"
    return context.say(key) if context.words.has(key) else name


def _has_themes(context: SlideContext) -> bool:
    return sum(theme.answers for theme in context.view.themes) >= _FEWEST_ANSWERS


def _right(context: SlideContext, right: Box, bottom: int) -> list[Element]:
    """Both scores, under one another beside a chart where no themes are; of one that nobody asked
    for no tile says that it is missing."""
    first = Box(right.left, right.top, right.width, TILE_HEIGHT)
    is_asked = context.get("nps").number is not None or context.get("nps_answers").number
    shown = ("nps", "csat") if is_asked else ("csat",)
    scores = [tile_of(context, kpi) for kpi in shown]
    if not _has_themes(context) and right.width < context.brand.body.width:
        return [*tiles_down(context, scores, right)]
    elements: list[Element] = [*tiles(context, scores, first)]
    if not _has_themes(context):
        return elements
    top = first.bottom + inches(0.2)
    place = Box(right.left, top, right.width, bottom - top)
    shown = context.view.themes[:_THEMES]
    least = context.view.thresholds.minimum_nps_answers
    is_told = all(theme.answers >= least for theme in shown)
    plan = TablePlan(
        context.say("satisfaction.themes"),
        context.say("satisfaction.themes_alt"),
        (
            ColumnPlan(context.say("columns.theme"), 0.5),
            ColumnPlan(context.say("columns.answers"), 0.25, Align.RIGHT),
            *((ColumnPlan(context.say("columns.positive"), 0.25, Align.RIGHT),) if is_told else ()),
        ),
        tuple(
            (
                Entry(_theme(context, theme.name)),
                Entry(context.formats.count(theme.answers)),
                *((Entry(context.formats.count(theme.positive)),) if is_told else ()),
            )
            for theme in shown
        ),
    )
    return [*elements, *whole_table(context, plan, place)]
