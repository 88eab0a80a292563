"""Actions on seats: idle ones, those that run out, and those that are left after a cut."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reports.deck.chain.link import Link, link_of
from reports.deck.chain.peers import is_behind
from reports.deck.exhibits.seats_apart import told_after
from reports.deck.fewer_seats import cut_behind, cut_told, seats_of
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.turns import turns_of, working_day
from transforms.clients.judgement import SeatUse, seat_use, seats_aimed_at

OF_IDLE = ("seats_few", "seats_idle")
_A_WEEK, _TWO_WEEKS = timedelta(days=7), timedelta(days=14)
_IDLE = {"idle": "missed", "paid": "denominator"}


def seat_links(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """Idle seats, or seats that run out: never more of them for a client that uses less. What is
    left after a cut is no question where the page on comparable clients shows it idle."""
    seats = context.get("seats_used")
    use = None if seats.value is None else seat_use(seats.value)
    is_idle = is_behind(context, "peer_adoption") and any(one.slide == "peers" for one in story)
    if use is not SeatUse.FEW and not is_idle and (asked := _seats_kept(context)):
        return asked
    if use is None or (use is SeatUse.MANY and is_shrinking(context, story)):
        return []
    values: dict[str, Value] = {
        "share": context.figure(seats),
        "used": context.part(seats, "numerator"),
        "paid": context.part(seats, "denominator"),
        "idle": context.part(seats, "missed"),
        "apart": told_after(context),
    }
    finding = context.phrase(f"evidence.seats_{use}", values)
    paid = seats.denominator or 0.0
    effect = context.say(
        f"effects.seats_{use}",
        {
            "goal": context.formats.count(seats_aimed_at(seats.numerator or 0.0, paid)),
            "paid": context.formats.count(paid),
        },
    )
    return [link_of(context, f"seats_{use}", finding, effect, stake=idle_stake(context))]


def seats_in_time(
    context: SlideContext, links: Sequence[Link], planned: Sequence[Link]
) -> list[Link]:
    """The links with idle seats gone through before the agreement is talked about; without that
    action where not even a week is left for it: that talk settles the seats."""
    turns, today = turns_of(context), context.view.data_date
    is_today = any(link.is_at_meeting for link in links)
    days = [link.due for link in (*links, *planned) if link.due and link.slide == "investment"]
    days += [turns.notice] if turns.notice else []
    last: date | None = min(days) if days else None
    if last is None and not is_today:
        return list(links)
    eve = today if last is None or is_today else _eve(context, last)
    return [
        replace(link, due=min(link.due or eve, eve)) if link.rule in OF_IDLE else link
        for link in links
        if link.rule not in OF_IDLE or eve >= today + _A_WEEK
    ]


def _eve(context: SlideContext, last: date) -> date:
    """A week before a day, where two weeks are left until then; else the working day before."""
    early = working_day(context, last - _A_WEEK)
    is_left = early >= context.view.data_date + _TWO_WEEKS
    return early if is_left else working_day(context, last - timedelta(days=1))


def _seats_kept(context: SlideContext) -> list[Link]:
    """After a cut that use followed: whether what is left is enough."""
    cut = cut_told(context)
    if cut is None:
        return []
    since = "" if cut_behind(context, "usage_change") else "_year"
    values = {**seats_of(context, cut), "share": context.figure(cut.now)}
    finding = context.phrase(f"evidence.seats_kept{since}", values)
    effect, seats = context.say("effects.seats_kept"), context.part(cut.now, "denominator")
    return [link_of(context, "seats_kept", finding, effect, name=seats.text)]


def idle_stake(context: SlideContext) -> tuple[str, str]:
    """Seats that nobody uses, where they are many."""
    seats = context.get("seats_used")
    if seats.value is None or seat_use(seats.value) is not SeatUse.FEW:
        return ("", "")
    idle = {name: context.part(seats, part).text for name, part in _IDLE.items()}
    return context.say("chain.idle"), context.say("chain.idle_of", idle)


def is_shrinking(context: SlideContext, story: Sequence[Headline]) -> bool:
    """Whether the client uses or pays less than before: no time to propose more."""
    falls = any(item.slide == "usage" and item.tone is Tone.BAD for item in story)
    fee, before = context.get("mrr").value_minor, context.get("mrr", context.period.previous)
    limit = 1 - context.view.thresholds.materiality_ratio
    return (
        falls
        or cut_told(context) is not None
        or (fee is not None and fee < limit * (before.value_minor or 0))
    )
