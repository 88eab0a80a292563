"""Actions on what the page on comparable clients shows: what is furthest behind comes first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reports.deck.chain.link import Link, link_of
from reports.deck.compared import compared
from reports.deck.exhibits.opinion import slipped_from
from reports.deck.exhibits.seats_apart import told_after
from reports.deck.exhibits.service_meaning import are_back_in_time, months_over
from reports.deck.headlines import SEASONAL
from reports.deck.slide_context import Headline, Phrase, SlideContext, Value
from transforms.clients.judgement import Grade, peer_grade
from transforms.metrics.kpi import KpiValue

_MOST = 2
"""So many measures of the page have an action of their own: the page has one finding."""
_ON_SEATS = {"seats_few", "seats_kept", "seats_many", "usage_scope"}
ON_USE = {
    "usage",
    "usage_year",
    "usage_peers",
    "usage_team",
    "usage_module",
    "usage_scope",
    "breakdown",
    "growth",
    "seasonal",
    "seats_kept",
}
"""Rules of actions on how much the product is used."""
OF_MEASURE: Mapping[str, tuple[str, ...]] = {
    "peer_response": ("response", "service"),
    "peer_adoption": ("seats_few", "seats_idle"),
    "peer_nps": ("opinion", "satisfaction"),
    "peer_use": ("usage_peers", *sorted(ON_USE - {"usage_peers", "growth", "seats_kept"})),
}
"""By a measure of the page, the actions that answer it."""
_ANSWERED: Mapping[str, set[str]] = {
    "peer_response": {"service"},
    "peer_adoption": _ON_SEATS,
    "peer_nps": {"satisfaction"},
    "peer_use": ON_USE,
}
"""By a measure, the actions beside which it needs none of its own."""


def peer_links(context: SlideContext, story: Sequence[Headline], answered: set[str]) -> list[Link]:
    """Of what is behind most comparable clients, what no other action answers, where the page that
    shows it is in the deck."""
    if not any(item.slide == "peers" for item in story):
        return []
    behind = [item for item in reversed(compared(context)) if _is_behind(item)]
    found = [
        link
        for item in behind
        if not answered & _ANSWERED[item.kpi]
        for link in _links(context, item, story)
    ]
    return found[:_MOST]


def _links(context: SlideContext, item: KpiValue, story: Sequence[Headline]) -> list[Link]:
    match item.kpi:
        case "peer_response":
            return _response(context, item)
        case "peer_adoption":
            return _idle_seats(context)
        case "peer_nps":
            return _opinion(context, item)
        case _:
            return _use(context, item, story)


def opinion_fallen(
    context: SlideContext, story: Sequence[Headline], answered: set[str]
) -> list[Link]:
    """A score that fell far over several quarters, whatever others give."""
    first, now = slipped_from(context), context.get("nps")
    if first is None or "satisfaction" in answered:
        return []
    if not any(item.slide == "satisfaction" for item in story):
        return []
    values: dict[str, Value] = {
        "before": context.figure(first),
        "when": context.formats.period(first.period),
        "now": context.figure(now),
    }
    finding = context.phrase("evidence.opinion_fallen", values)
    return [replace(_opinion_link(context, finding), slide="satisfaction")]


def is_behind(context: SlideContext, kpi: str) -> bool:
    """Whether a row of the page shows the client behind most of them."""
    return any(_is_behind(item) for item in compared(context) if item.kpi == kpi)


def _is_behind(item: KpiValue) -> bool:
    return item.value is not None and peer_grade(item.value) is Grade.POOR


def _none(item: KpiValue) -> str:
    """Behind all is not behind most."""
    return "" if item.value else "_none"


def _response(context: SlideContext, item: KpiValue) -> list[Link]:
    """Our replies, where most comparable clients get them sooner."""
    now = context.get("first_response_median")
    if now.value is None:
        return []
    target = context.view.thresholds.first_response_target_hours
    # Who is answered within the target by now gains nothing by it.
    effect = (
        context.say("effects.response", {"target": context.hours(target)})
        if months_over(context) and not are_back_in_time(context)
        else context.say("effects.response_ahead")
    )
    values: dict[str, Value] = {"now": context.figure(now, 1)}
    finding = context.phrase(f"evidence.response{_none(item)}", values)
    return [link_of(context, "response", finding, effect)]


def _idle_seats(context: SlideContext) -> list[Link]:
    """Seats that nobody uses, where most comparable clients use more of theirs."""
    seats = context.get("seats_used")
    idle = round((seats.denominator or 0.0) - (seats.numerator or 0.0))
    if seats.value is None or idle <= 0:
        return []
    values: dict[str, Value] = {
        "share": context.figure(seats),
        "paid": context.part(seats, "denominator"),
        "idle": context.part(seats, "missed"),
        "apart": told_after(context),
    }
    finding = context.phrase("evidence.seats_few", values)
    effect, name = context.words.count("effects.seats_idle", idle), context.formats.count(idle)
    return [link_of(context, "seats_idle", finding, effect, cases=idle, name=name)]


def _opinion(context: SlideContext, item: KpiValue) -> list[Link]:
    """What people think of us, where most comparable clients think better."""
    now = context.get("nps")
    if now.value is None:
        return []
    values: dict[str, Value] = {"now": context.figure(now)}
    return [_opinion_link(context, context.phrase(f"evidence.opinion{_none(item)}", values))]


def _opinion_link(context: SlideContext, finding: Phrase) -> Link:
    effect = context.say("effects.opinion", {"now": context.text_of(context.get("nps"))})
    return link_of(context, "opinion", finding, effect)


def _use(context: SlideContext, item: KpiValue, story: Sequence[Headline]) -> list[Link]:
    """How use goes, where that of most comparable clients goes better; a fall by the season is
    looked at again."""
    page = next((one for one in story if one.slide == "usage"), None)
    change = context.get("usage_change")
    if page is None or change.value is None:
        return []
    if page.title.rule == SEASONAL:
        return [link_of(context, "seasonal", page.title, context.say("effects.seasonal"))]
    now = 7 * ((change.denominator or 0.0) + (change.numerator or 0.0))
    effect = context.say("effects.usage_peers", {"now": context.formats.count(round(now))})
    values: dict[str, Value] = {"signed": context.signed(change)}
    finding = context.phrase(f"evidence.usage_peers{_none(item)}", values)
    return [link_of(context, "usage_peers", finding, effect)]
