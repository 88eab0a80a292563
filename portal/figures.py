"""Stored figures as a page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from messages.catalogue import catalogue
from messages.clause import named
from messages.formats import Formats
from portal.visit import Visit
from transforms.core.money import exponent
from transforms.core.periods import Grain, Period
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Caveat, Place
from warehouse.portal.records import ShownFigure

_RESTATED_SHOWN = 12
_WIDTH, _HEIGHT, _MARGIN = 96, 24, 2


@dataclass(frozen=True)
class FigureLine:
    """One figure of a period, the one before, and how it went."""

    kpi: str
    name: str
    value: str
    """Empty where there is none."""
    reason: str
    beside: str
    """What must be said beside the value; empty where nothing must."""
    before: str
    points: str
    """Of an SVG line of the periods; empty under three of them."""


def newest_period(figures: Iterable[ShownFigure], grain: Grain) -> Period | None:
    """The last period of a grain that has figures."""
    periods = {Period.parse(figure.period) for figure in figures}
    return max((p for p in periods if p.grain is grain), key=lambda p: p.end, default=None)


def figure_lines(
    figures: Sequence[ShownFigure], period: Period, formats: Formats, language: str
) -> list[FigureLine]:
    """One line a figure that the period has, with or without a value."""
    found = {(figure.kpi, figure.period): figure for figure in figures}
    lines = []
    for kpi in shown_at(Place.PORTAL):
        if (now := found.get((kpi, str(period)))) is None:
            continue
        before = found.get((kpi, str(period.previous)))
        lines.append(
            FigureLine(
                kpi=kpi,
                name=specs()[kpi].name(language),
                value=shown(now, formats, language),
                reason=_reason(now, language),
                beside=_beside(now, language),
                before=shown(before, formats, language) if before else "",
                points=_line(_history(figures, kpi, period)),
            )
        )
    return lines


@dataclass(frozen=True)
class RestatedLine:
    """A figure that the client may have been shown otherwise."""

    name: str
    period: str
    before: str
    now: str


def restated_lines(who: Visit, client_id: str, formats: Formats) -> list[RestatedLine]:
    """The figures of the page whose values were corrected, the newest first."""
    return [
        RestatedLine(
            specs()[item.now.kpi].name(who.language),
            item.now.period,
            shown(item.before, formats, who.language) or who.say("portal-absent"),
            shown(item.now, formats, who.language) or who.say("portal-absent"),
        )
        for item in who.store.restated(client_id, shown_at(Place.PORTAL))[:_RESTATED_SHOWN]
    ]


def shown(figure: ShownFigure, formats: Formats, language: str) -> str:
    """The value in its unit; empty where there is none."""
    if figure.value_minor is not None:
        digits = exponent(figure.currency)
        return formats.money_in(figure.value_minor, figure.currency, digits, 0)
    if figure.value is None:
        return ""
    match figure.unit:
        case "ratio":
            return formats.percent(figure.value, 1)
        case "count" | "points":
            return formats.count(figure.value)
        case unit:
            number = formats.decimal(figure.value, 1)
            return catalogue(language).say(named("portal-unit", unit), number=number)


def _reason(figure: ShownFigure, language: str) -> str:
    return catalogue(language).say(named("missing", figure.reason)) if figure.reason else ""


def _beside(figure: ShownFigure, language: str) -> str:
    is_doubted = figure.note in (Caveat.FEW_JOIN, Caveat.PAYMENTS_KEPT_OUT)
    return catalogue(language).say(named("caveat", figure.note)) if is_doubted else ""


def _history(figures: Iterable[ShownFigure], kpi: str, period: Period) -> list[float]:
    """Values of the periods of one grain up to this one, oldest first."""
    own = [(Period.parse(figure.period), figure) for figure in figures if figure.kpi == kpi]
    past = sorted(
        ((p.end, f) for p, f in own if p.grain is period.grain and p.end <= period.end),
        key=lambda item: item[0],
    )
    values = (f.value_minor if f.value_minor is not None else f.value for _, f in past)
    return [float(value) for value in values if value is not None]


def _line(values: Sequence[float]) -> str:
    if len(values) < 3:
        return ""
    low, high = min(values), max(values)
    step = (_WIDTH - 2 * _MARGIN) / (len(values) - 1)
    scale = (_HEIGHT - 2 * _MARGIN) / ((high - low) or 1)
    return " ".join(
        f"{_MARGIN + place * step:.1f},{_HEIGHT - _MARGIN - (value - low) * scale:.1f}"
        for place, value in enumerate(values)
    )
