"""Actions on what pages report beside the main findings: goals that nobody measures, one cause
behind many tickets, a module that nobody opens, replies that reach others sooner, seats that others
fill."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.compared import compared
from reports.deck.exhibits.asked_about import asked_about
from reports.deck.exhibits.seats_apart import told_after
from reports.deck.exhibits.service_meaning import months_over
from reports.deck.exhibits.text_fit import is_quotable
from reports.deck.link import Link, link_of
from reports.deck.slide_context import Headline, SlideContext, Value
from transforms.clients.judgement import Grade, leads_tickets, peer_grade

_ON_SEATS = {"seats_few", "seats_kept", "seats_many", "usage_scope"}


def beside(context: SlideContext, story: Sequence[Headline], answered: set[str]) -> list[Link]:
    """What is known beside what is answered already (the rules of `answered`), where the page that
    shows it is in the deck."""
    shown = {item.slide for item in story}
    aims = _unmeasured(context) if "goals" in shown else []
    parts = [*_cause(context), *_module(context)] if "breakdown" in shown else []
    if "peers" not in shown:
        return [*aims, *parts]
    slow = [] if "service" in answered else _response(context)
    idle = [] if answered & _ON_SEATS else _idle_seats(context)
    return [*aims, *parts, *slow, *idle]


def _unmeasured(context: SlideContext) -> list[Link]:
    """Who measures the goals that have no result, how, and from when on."""
    names = [goal.text for goal in context.view.goals if goal.is_met is None]
    if not names:
        return []
    every, count = len(context.view.goals), len(names)
    values: dict[str, Value] = {
        "name": names[0],
        "n": context.tally(count, "goals"),
        "all": context.tally(every, "goals"),
    }
    is_long = count == 1 and not is_quotable(names[0])
    finding = (
        context.phrase("evidence.goals_measure_long")
        if is_long
        else context.counted("evidence.goals_measure", count, values)
    )
    effect = context.words.count("effects.goals_measure", count)
    return [link_of(context, "goals_measure", finding, effect, cases=count, name=names[0])]


def _cause(context: SlideContext) -> list[Link]:
    """To halve the tickets of the one cause that leads."""
    share = context.get("tickets_top_cause")
    leading = list(context.view.causes[:2])
    if not leading or not leads_tickets(leading[0].tickets, share.denominator):
        return []
    if len(leading) > 1 and leading[1].tickets == leading[0].tickets:
        return []
    name = category(context, leading[0].name)
    values: dict[str, Value] = {
        "name": name,
        "tickets": context.part(share, "numerator"),
        "all": context.part(share, "denominator"),
    }
    most = leading[0].tickets // 2
    values_aimed = {"name": name, "n": context.formats.count(most)}
    effect = context.words.count("effects.cause", most, values_aimed)
    finding = context.phrase("evidence.cause", values)
    return [link_of(context, "cause", finding, effect, name=name)]


def _module(context: SlideContext) -> list[Link]:
    """What is paid for and nobody opens, where the use of the product is known."""
    idle = [part.name for part in context.view.parts if part.kind == "module" and not part.events]
    if not idle or not context.view.sources.get("usage"):
        return []
    names: dict[str, Value] = {
        "name": context.formats.items(idle[:2]),
        "asked": asked_about(context, idle),
    }
    finding = context.phrase("evidence.module", names)
    told = [context.say("breakdown.quoted", {"name": name}) for name in idle[:2]]
    quoted, n = context.formats.items(told), len(told)
    effect = context.words.count("effects.module", n, {"names": quoted})
    return [link_of(context, "module", finding, effect, cases=n, name=quoted)]


def _response(context: SlideContext) -> list[Link]:
    """Our replies, where most comparable clients get them sooner."""
    now = context.get("first_response_median")
    if not _is_behind(context, "peer_response") or now.value is None:
        return []
    target = context.view.thresholds.first_response_target_hours
    values: dict[str, Value] = {"now": context.figure(now, 1)}
    # Who is answered within the target every month gains nothing by it.
    effect = (
        context.say("effects.response", {"target": context.hours(target)})
        if months_over(context)
        else context.say("effects.response_ahead")
    )
    is_last = any(not item.value for item in compared(context) if item.kpi == "peer_response")
    finding = context.phrase(f"evidence.response{'_none' if is_last else ''}", values)
    return [link_of(context, "response", finding, effect)]


def _idle_seats(context: SlideContext) -> list[Link]:
    """Seats that nobody uses, where most comparable clients use more of theirs."""
    seats = context.get("seats_used")
    idle = round((seats.denominator or 0.0) - (seats.numerator or 0.0))
    if not _is_behind(context, "peer_adoption") or seats.value is None or idle <= 0:
        return []
    values: dict[str, Value] = {
        "share": context.figure(seats),
        "paid": context.part(seats, "denominator"),
        "idle": context.part(seats, "missed"),
        "apart": told_after(context),
    }
    finding, effect = (
        context.phrase("evidence.seats_few", values),
        context.words.count("effects.seats_idle", idle),
    )
    name = context.formats.count(idle)
    return [link_of(context, "seats_idle", finding, effect, cases=idle, name=name)]


def _is_behind(context: SlideContext, kpi: str) -> bool:
    """Whether a row of the page on peers shows the client behind most of them."""
    rows = (item.value for item in compared(context) if item.kpi == kpi)
    return any(value is not None and peer_grade(value) is Grade.POOR for value in rows)
