"""Money that is lost quietly: unused seats, a contribution margin that falls."""

from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, owned
from reports.deck.slide_context import Value
from transforms.billing.running_subscriptions import idle_cost_minor
from transforms.clients.judgement import are_seats_filled
from transforms.signals import Severity, falling_use


def idle_cost(context: InternalContext) -> str:
    """What unused seats cost a year; empty where that cannot be told, or none is unused."""
    seats, view = context.get("seats_used"), context.view
    paid, used = seats.denominator or 0.0, seats.numerator or 0.0
    idle = idle_cost_minor(view.subscriptions, view.currency, paid, used)
    return context.formats.money(idle) if idle is not None else ""


def money_lost(context: InternalContext) -> list[Matter]:
    """A row of each; they come after whatever is more urgent."""
    return [*_seats(context), *_margin(context)]


def _seats(context: InternalContext) -> list[Matter]:
    """Seats that are paid for and unused, where they are not few, and use that falls has not
    brought the same step."""
    seats, cost = context.get("seats_used"), idle_cost(context)
    signals = (item for item in context.inside.signals if item.kind == falling_use.SPEC.id)
    has_step = any(step.id == "seats" for item in signals for step in item.steps)
    if not cost or are_seats_filled(seats.number) or has_step:
        return []
    idle = round((seats.denominator or 0) - (seats.numerator or 0))
    told = context.counted(
        "signals.idle_told",
        idle,
        {"n": context.tally(idle, "subscriptions"), "all": context.part(seats, "denominator")},
    )
    fee = context.text_of(context.get("arr"))
    cost_told = context.say("signals.idle_cost", {"amount": cost, "fee": fee})
    return [
        Matter(
            Severity.WATCH,
            context.say("signals.idle"),
            told,
            (f"{told.text}: {cost_told}",),
            (context.say("signals.idle_step"),),
            *owned(context, "usage"),
            told.text,
            cost_told,
            slide="recurring",
            is_mild=True,
        )
    ]


def _margin(context: InternalContext) -> list[Matter]:
    """A contribution margin below that of the quarter before, and the cost that took it."""
    now, gross = context.get("contribution_margin"), context.get("gross_margin")
    before = context.get("contribution_margin", context.period.previous)
    gross_before = context.get("gross_margin", context.period.previous)
    if now.value is None or before.value is None:
        return []
    change = context.printed_change(now, before, 1)
    if change >= 0 or not context.is_material(now.unit, change, 0.0):
        return []
    values: dict[str, Value] = {"now": context.figure(now, 1)}
    told, rule = context.phrase("signals.margin_told", values), "margin_step"
    pairs = [(now, before)]
    if gross.value is not None and gross_before.value is not None:
        pairs.append((gross, gross_before))
        moved = context.printed_change(gross, gross_before, 1)
        is_of_sales = moved < 0 and context.is_material(gross.unit, moved, 0.0)
        rule = "margin_step_sales" if is_of_sales else "margin_step_service"
    shown = [
        context.say(
            "signals.from_to",
            {
                "name": context.short_name(last.kpi),
                "before": context.figure(first, 1).text,
                "period": context.previous_period,
                "now": context.figure(last, 1).text,
            },
        )
        for last, first in pairs
    ]
    return [
        Matter(
            Severity.WATCH,
            context.say("kickers.margin"),
            told,
            ("; ".join(shown),),
            (context.say(f"signals.{rule}"),),
            *owned(context, ""),
            told.text,
            "; ".join(shown),
            slide="margin",
            is_mild=True,
        )
    ]
