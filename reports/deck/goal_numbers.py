"""A goal's numbers as printed."""

from reports.deck.exhibits.signs import signed
from reports.deck.formats import Formats
from reports.deck.slide_context import SlideContext
from transforms.clients.aims import Goal, Worth
from transforms.metrics.kpi import Unit


def measure(context: SlideContext, unit: str, value: float) -> str:
    """A goal's number in its unit; percentages are written as whole per cents."""
    digits = 0 if value == int(value) else 1
    match unit:
        case "percent":
            return context.formats.percent(value / 100, digits)
        case "money":
            return f"{context.formats.decimal(value, 0)} {context.view.currency}"
        case "hours" | "days":
            return context.units(unit, value, digits)
        case _:
            return context.formats.decimal(value, digits)


def target_text(context: SlideContext, goal: Goal) -> str:
    """A target with the side of it that counts as met, never torn from its sign."""
    sign = context.say(f"goals.{goal.direction}")
    return signed(sign, measure(context, goal.unit, goal.target))


def gap_to_target(context: SlideContext, goal: Goal) -> str | None:
    """How far a result is from its target, in the goal's unit and in points for a share; None
    where it is reached exactly, as printed, or not measured."""
    if goal.actual is None:
        return None
    gap = round(abs(goal.actual - goal.target), 1)
    if not gap:
        return None
    if goal.unit == "percent":
        return context.units("points", gap, 1 if gap % 1 else 0)
    return measure(context, goal.unit, gap)


def worth_text(context: SlideContext, worth: Worth) -> str:
    """Hours, money or both, as confirmed; a number is never torn from its unit."""
    hours = [] if worth.hours is None else [context.text(Unit.HOURS, worth.hours)]
    formats = Formats(context.view.locale, worth.currency)
    money = [formats.money(worth.minor)] if worth.minor is not None else []
    return context.formats.items([*hours, *money])
