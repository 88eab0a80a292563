"""A goal's numbers as printed."""

from reports.deck.slide_context import SlideContext


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
