"""A quarter of credit notes alone: when they were issued, and what the year comes to."""

from reports.deck.exhibits.tiles import Tile
from reports.deck.slide_context import Delta, SlideContext, Tone
from transforms.billing.invoiced_months import total_of
from transforms.core.periods import Period


def are_alone(context: SlideContext) -> bool:
    """Whether the quarter has credit notes, and no month with more invoiced than credited."""
    months, parts = context.period.months, context.view.invoiced
    is_less = (context.get("invoiced_amount").value_minor or 0) < 0
    return is_less and all(total_of(parts, month) <= 0 for month in months)


def credit_tiles(context: SlideContext) -> list[Tile]:
    """What the credit notes come to, and when they were issued; what was invoiced in the year,
    less them, where anything is left."""
    credited = Tile(
        context.say("investment.credits"),
        context.size(context.get("invoiced_amount")).text,
        Delta(context.say("investment.credits_in", {"months": _issued(context)}), Tone.FLAT),
    )
    paid = _paid_minor(context)
    if paid <= 0:
        return [credited]
    less = Delta(context.say("investment.less_credits"), Tone.FLAT)
    year = Tile(context.say("investment.paid"), context.formats.money(paid), less)
    return [credited, year]


def credits_told(context: SlideContext) -> dict[str, str]:
    """For the strip: the months of the credit notes, and a sentence on what the year came to."""
    paid = _paid_minor(context)
    values = {"paid": context.formats.money(paid)}
    left = context.say("meaning.investment.less_credits", values) if paid > 0 else ""
    return {"months": _issued(context), "left": left}


def _issued(context: SlideContext) -> str:
    return context.formats.items([context.formats.month_name(m.start) for m in _months(context)])


def _months(context: SlideContext) -> list[Period]:
    parts = context.view.invoiced
    return [month for month in context.period.months if total_of(parts, month) < 0]


def _paid_minor(context: SlideContext) -> int:
    return total_of(context.view.invoiced, *context.period.trailing_twelve.months)
