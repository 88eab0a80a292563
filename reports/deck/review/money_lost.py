"""Money lost quietly: in lost deals, in unused seats, by a contribution margin that falls."""

from messages.formats import begun
from reports.deck.formats import Formats
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, owned
from reports.deck.slide_context import Value
from transforms.billing.running_subscriptions import idle_cost_minor
from transforms.clients.judgement import are_seats_filled
from transforms.metrics.kpi import KpiValue
from transforms.sales.deals import Deal
from transforms.signals import Severity, falling_use

_MOST_LOST = 2


def idle_cost(context: InternalContext) -> str:
    """What unused seats cost a year; empty where that cannot be told, or none is unused."""
    seats, view = context.get("seats_used"), context.view
    paid, used = seats.denominator or 0.0, seats.numerator or 0.0
    idle = idle_cost_minor(view.subscriptions, view.currency, paid, used)
    return context.formats.money(idle) if idle is not None else ""


def money_lost(context: InternalContext) -> list[Matter]:
    """A row of each; they come after whatever is more urgent."""
    return [*_deals(context), *_seats(context), *_margin(context)]


def _deals(context: InternalContext) -> list[Matter]:
    """One row of the deals that were lost in the period: which, for how much, and when."""
    lost = context.inside.lost_deals
    if not lost:
        return []
    count = len(lost)
    values: dict[str, Value] = {
        "n": context.tally(count, "opportunities"),
        "name": _worded(context, lost[0]),
    }
    told = context.counted("signals.lost_told", count, values)
    named = lost[: _MOST_LOST + (count == _MOST_LOST + 1)]
    rest = count - len(named)
    more = [context.words.count("fee.more", rest)] if rest else []
    days = [_lost_on(context, deal) for deal in named]
    return [
        Matter(
            Severity.WATCH,
            context.words.count("signals.lost", count),
            told,
            ("; ".join([*days, *more, context.say("signals.lost_why")]),),
            (context.words.count("signals.lost_step", count),),
            *owned(context, ""),
            begun(told.text),
            _lost_on(context, lost[0]),
            is_mild=True,
        )
    ]


def _worded(context: InternalContext, deal: Deal) -> str:
    """A deal's name, and how much it was for where that is known."""
    if deal.amount_minor is None:
        return deal.name
    amount = Formats(context.view.locale, deal.currency).money(deal.amount_minor)
    return context.say("signals.lost_deal", {"name": deal.name, "amount": amount})


def _lost_on(context: InternalContext, deal: Deal) -> str:
    name = _worded(context, deal)
    return f"{name}, {context.formats.day(deal.close_date)}" if deal.close_date else name


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
    if not _has_fallen(context, "contribution_margin"):
        return []
    figure = context.figure(context.get("contribution_margin"), 1)
    told = context.phrase("signals.margin_told", {"now": figure})
    kpis, rule = ["contribution_margin"], "margin_step"
    if all(value.value is not None for value in _pair(context, "gross_margin")):
        kpis.append("gross_margin")
        cost = "sales" if _has_fallen(context, "gross_margin") else "service"
        rule = f"margin_step_{cost}"
    shown = ". ".join(_course(context, kpi) for kpi in kpis)
    return [
        Matter(
            Severity.WATCH,
            context.say("kickers.margin"),
            told,
            (shown,),
            (context.say(f"signals.{rule}"),),
            *owned(context, ""),
            told.text,
            shown,
            slide="margin",
            is_mild=True,
        )
    ]


def _pair(context: InternalContext, kpi: str) -> tuple[KpiValue, KpiValue]:
    """A figure now, and in the period before."""
    return context.get(kpi), context.get(kpi, context.period.previous)


def _has_fallen(context: InternalContext, kpi: str) -> bool:
    now, before = _pair(context, kpi)
    if now.value is None or before.value is None:
        return False
    change = context.printed_change(now, before, 1)
    return change < 0 and context.is_material(now.unit, change, 0.0)


def _course(context: InternalContext, kpi: str) -> str:
    now, before = _pair(context, kpi)
    values = {
        "name": context.short_name(kpi),
        "before": context.text_of(before, 1),
        "period": context.previous_period,
        "now": context.text_of(now, 1),
    }
    return context.say("signals.from_to", values)
