"""Actions on seats: idle ones, those that run out, and those that are left after a cut."""

from collections.abc import Sequence

from reports.deck.exhibits.seats_apart import told_after
from reports.deck.fewer_seats import cut_told, seats_of
from reports.deck.link import Link, link_of
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from transforms.clients.judgement import SeatUse, seat_use, seats_aimed_at

_IDLE = {"idle": "missed", "paid": "denominator"}


def seat_links(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """Idle seats, or seats that run out: never more of them for a client that uses less."""
    seats = context.get("seats_used")
    use = None if seats.value is None else seat_use(seats.value)
    if use is not SeatUse.FEW and (asked := _seats_kept(context)):
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


def _seats_kept(context: SlideContext) -> list[Link]:
    """After a cut that use followed: whether what is left is enough."""
    cut = cut_told(context)
    if cut is None:
        return []
    finding = context.phrase("evidence.seats_kept", seats_of(context, cut))
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
