"""The small print under the months' invoices: rates, and what is behind every step."""

from collections.abc import Sequence
from decimal import Decimal

from messages.formats import rounded_as_shown
from reports.deck.exhibits.frame import FOOT_SIZE, note
from reports.deck.exhibits.signs import unbroken
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Box, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.turns import standing
from transforms.billing.invoiced_months import driver_of, months_paid, total_of
from transforms.billing.invoiced_moves import Move, Reason, moves_of
from transforms.core.money import to_major
from transforms.core.periods import Period

_LINES = 4


def month_note(
    context: SlideContext, months: Sequence[Period], place: Box, *, has_steps: bool
) -> TextBox:
    """What the amounts are, the rates that foreign documents were converted at, and why a month
    differs from the one before where that `has_steps`: as many changes as there is room for, the
    largest of them. Invoices of a year have no steps, and are named month by month."""
    base = context.say("investment.note") + _rounding(context) + _rates(context, months)
    moves = moves_of(context.view.invoiced, months) if has_steps else ()
    steps = (base + _told(context, moves, most) for most in range(len(moves), -1, -1))
    texts = steps if has_steps else (base + _issued(context, months), base)
    text = next(text for text in texts if _is_whole(text, place.width) or text == base)
    return note(context, text, place, _LINES)


def year_note(context: SlideContext) -> str:
    """Under a year's invoice: that it is yearly, and when the next one falls due; only on renewal
    where what is agreed ends before that month is over."""
    paid = months_paid(context.view.invoiced, context.period)
    following = paid[-1].shift(12)
    if following.end <= context.view.data_date:
        return ""
    renewal = standing(context)
    is_renewed = renewal is not None and renewal.day < following.end
    values = {"month": context.formats.long_month(following.start)}
    return context.say(f"investment.next_year{'_renewed' if is_renewed else ''}", values)


def _issued(context: SlideContext, months: Sequence[Period]) -> str:
    """What was invoiced in each month, with its units."""
    named = {month: _products(context, month) for month in months}
    issues = [
        context.say("investment.issued_in", {"month": _month(context, month), "products": said})
        for month, said in named.items()
        if said
    ]
    return context.say("investment.issued", {"issues": "; ".join(issues)}) if issues else ""


def _products(context: SlideContext, month: Period) -> str:
    parts = [part for part in context.view.invoiced if part.month == month and part.product]
    return context.formats.items(
        [
            context.say("investment.issued_units", {"product": part.product, "n": units})
            if (part.quantity or 0) > 1 and (units := _units(context, part.quantity))
            else part.product
            for part in parts
        ]
    )


def _is_whole(text: str, width: int) -> bool:
    return fitted(text, width, _LINES, (FOOT_SIZE,), bold=False).text == text


def _rounding(context: SlideContext) -> str:
    """That amounts are rounded, where the quarter's months are printed as whole units that do not
    add up to its amount."""
    parts, months = context.view.invoiced, context.period.months
    every = [abs(total_of(parts, month)) for month in {part.month for part in parts}]
    printed = [_printed(context, total_of(parts, month)) for month in months]
    adds_up = sum(printed) == _printed(context, total_of(parts, *months))
    is_whole = not context.formats.chart_money_scale(max(every, default=0))
    return context.say("investment.rounded") if is_whole and not adds_up else ""


def _printed(context: SlideContext, minor: int) -> Decimal:
    return rounded_as_shown(to_major(minor, context.view.currency), 0)


def _rates(context: SlideContext, months: Sequence[Period]) -> str:
    if not context.view.rates:
        return ""
    pairs = [
        context.say("investment.rate", {"rate": _rate(context, rate), "foreign": foreign})
        for foreign, rate in context.view.rates
    ]
    values = {"rates": "; ".join(pairs), "month": _month(context, months[-1])}
    return context.say("investment.rates", values)


def _rate(context: SlideContext, rate: Decimal) -> str:
    digits = 2 if rate >= 1 else 4
    return f"{context.formats.decimal(float(rate), digits)} {context.view.currency}"


def _told(context: SlideContext, moves: Sequence[Move], most: int) -> str:
    """So many of the changes, in the order of their months: the largest and those of credit
    notes; then, before what varies every month, those of the product that the title names,
    what lasts, and by their size."""
    if not most:
        return ""
    driver = driver_of(context.view.invoiced, context.period)
    named = driver[0] if driver else ""

    largest = max(abs(move.minor) for move in moves)

    def weight(move: Move) -> tuple[bool, bool, bool, bool, int]:
        size, varies = abs(move.minor), move.reason is Reason.VARIES
        is_first = move.is_credit or size == largest
        return not is_first, varies, move.product != named, not move.is_lasting, -size

    kept = sorted(moves, key=weight)[:most]
    values = {"moves": "; ".join(_move(context, move) for move in moves if move in kept)}
    if most == len(moves):
        return context.say("investment.moves", values)
    rest = context.formats.count(len(moves) - most)
    return context.say("investment.moves_more", {**values, "n": rest})


def _move(context: SlideContext, move: Move) -> str:
    formats = context.formats
    months = [_month(context, month) for month in move.months]
    rule = f"investment.move_{'more' if move.minor > 0 else 'less'}"
    change = context.say(rule, {"amount": formats.money(abs(move.minor))})
    values = {"month": formats.items(months), "change": change}
    if not move.product:
        return context.say("investment.move_unsplit", values)
    values |= {"product": move.product, "reason": _reason(context, move)}
    return context.say("investment.move", values)


def _month(context: SlideContext, month: Period) -> str:
    """A month with all of its year: before an amount, "Feb 26" would read as a day."""
    return unbroken(f"{context.formats.month_abbreviation(month.start)} {month.start.year}")


def _reason(context: SlideContext, move: Move) -> str:
    first = move.months[0]
    values = {
        "before": _month(context, first.shift(-1)) if move.reason is Reason.CREDITED else "",
        "from": _units(context, move.quantity_before),
        "to": _units(context, move.quantity),
    }
    return context.say(f"investment.reason.{move.reason}", values)


def _units(context: SlideContext, quantity: float | None) -> str:
    whole = quantity is None or quantity == int(quantity)
    return context.formats.decimal(quantity or 0.0, 0 if whole else 1)
