"""The title's words on why a quarter was invoiced more or less than the one before: a credit note
is told as one, never as a product's rise or fall."""

from reports.brand import inches
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Figure
from reports.deck.slide_context import Phrase, SlideContext, Value
from transforms.billing.credited import Credits, before_credit, credited_of, credits_between
from transforms.billing.invoiced_months import (
    OF_WEIGHT,
    Parts,
    also_moved,
    by_product,
    driver_of,
    is_split,
    moved_against,
    odd_month_before,
    total_of,
)
from transforms.core.money import to_major
from transforms.core.periods import Period


def drivers_of_change(context: SlideContext) -> list[Value]:
    """What moved most the way that the whole went, where it is known; before it, the same with a
    second part, where the first is a credit note's or one month's alone and the second is of
    weight."""
    parts = context.view.invoiced
    if not is_split(parts, context.period):
        return [""]
    whole = _change_of(parts, context.period)
    credits = credits_between(parts, context.period)
    plain = before_credit(parts, *credits.products)
    driver = driver_of(plain, context.period)
    if leads(credits, whole):
        return _credited(context, credits, plain, whole)
    if driver is None or driver[1] * whole < 0:
        return [""]
    name, minor, _ = driver
    if (odd := odd_month_before(plain, context.period, name)) is not None:
        return _odd(context, plain, odd, name, minor)
    against = moved_against(plain, context.period) or ("", 0)
    if credits.moved * whole < 0 and abs(credits.moved) > abs(against[1]):
        against = "", credits.moved
    if against[1] and abs(minor) > 2 * abs(minor + against[1]):
        # Two that nearly cancel each other out: none of them is what the change is of.
        both: dict[str, Value] = {
            "first": _moved(context, name, minor),
            "second": _moved(context, *against),
        }
        return [context.phrase("titles.investment.driver_both", both)]
    rule = f"driver{'' if minor == whole else '_most'}_{'up' if minor > 0 else 'down'}"
    return [context.phrase(f"titles.investment.{rule}", _part(context, name, minor))]


def is_credit_told(context: SlideContext) -> bool:
    """Whether a credit note is what the change is told by."""
    parts, period = context.view.invoiced, context.period
    is_known = is_split(parts, period)
    return is_known and leads(credits_between(parts, period), _change_of(parts, period))


def leads(credits: Credits, whole: int) -> bool:
    """Whether credit notes are a good part of a change, the way that it went."""
    return credits.moved * whole > 0 and abs(credits.moved) >= OF_WEIGHT * abs(whole)


def _credited(context: SlideContext, credits: Credits, plain: Parts, whole: int) -> list[Value]:
    """A credit note of the quarter before or of this one; beside it the product that moved most
    the same way."""
    is_before = credits.moved > 0
    driver = driver_of(plain, context.period)
    also = driver and driver[1] * whole > 0 and abs(driver[1]) >= OF_WEIGHT * abs(whole)
    first = _credit_note(context, credits, "before" if is_before else "now")
    if not driver or not also:
        return [first]
    name, minor, _ = driver
    odd = odd_month_before(plain, context.period, name)
    if odd is None or is_before:
        return [_also(context, first, name, minor), first]
    told = _odd(context, plain, odd, name, minor)[-1]
    both = _credit_note(context, credits, "also", driver=told)
    return [both, told if abs(minor) > abs(credits.moved) else first]


def _credit_note(context: SlideContext, credits: Credits, rule: str, **more: Value) -> Phrase:
    """The credit notes of a quarter: one by its product and month, several by their months."""
    months = sorted({part.month.start for part in credits.parts})
    values: dict[str, Value] = {
        "amount": _amount(context, credited_of(credits.parts)),
        "product": _short(credits.parts[0].product),
        "months": context.formats.items([context.formats.month_name(month) for month in months]),
        "this": context.this_period,
        **more,
    }
    return context.counted(f"titles.investment.credit_{rule}", len(credits.parts), values)


def _odd(context: SlideContext, parts: Parts, odd: Period, name: str, minor: int) -> list[Value]:
    """A month of the quarter before in which a product was out of line: of what is invoiced now
    and then, or neither."""
    is_once = not by_product(parts, context.period)[name]
    rule = "once" if is_once else "low" if minor > 0 else "high"
    values = {**_part(context, name, minor), "month": context.formats.month_name(odd.start)}
    told = context.phrase(f"titles.investment.driver_{rule}", values)
    if (also := also_moved(parts, context.period, name)) is None:
        return [told]
    return [_also(context, told, *also), told]


def _also(context: SlideContext, driver: Phrase, name: str, minor: int) -> Phrase:
    values: dict[str, Value] = {"driver": driver, "also": _moved(context, name, minor)}
    return context.phrase("titles.investment.driver_also", values)


def _moved(context: SlideContext, name: str, minor: int) -> Phrase:
    """How much more or less of a product; of credit notes, where none is named."""
    rule = f"{'moved' if name else 'credited'}_{'more' if minor > 0 else 'less'}"
    return context.phrase(f"titles.investment.{rule}", _part(context, name, minor))


def _part(context: SlideContext, name: str, minor: int) -> dict[str, Value]:
    return {"amount": _amount(context, minor), "product": _short(name)}


def _short(name: str) -> str:
    return fitted(name, inches(4.0), 1, (2200,), bold=True).text


def _amount(context: SlideContext, minor: int) -> Figure:
    """Without a sign, which a line would end with: the words tell which way it went."""
    amount = abs(float(to_major(minor, context.view.currency)))
    return Figure(context.formats.money(abs(minor)), amount, table="invoices")


def _change_of(parts: Parts, period: Period) -> int:
    return total_of(parts, *period.months) - total_of(parts, *period.previous.months)
