"""When the agreement comes up for renewal, as a tile."""

from reports.deck.exhibits.tiles import Tile
from reports.deck.slide_context import Delta, SlideContext, Tone


def renewal_tile(context: SlideContext) -> Tile:
    """The day and what it rests on; without one, that there is none."""
    renewal = context.view.renewal
    label = context.say("investment.renewal")
    if renewal is None:
        return Tile(
            label, context.say("absent"), Delta(context.say("investment.no_renewal"), Tone.MISSING)
        )
    basis = context.say(f"investment.basis_{renewal.basis}")
    if renewal.day < context.view.data_date:
        label = context.say("investment.ended")
    return Tile(
        label, context.formats.day(renewal.day), Delta(_agreement(context) or basis, Tone.FLAT)
    )


def is_rolling(context: SlideContext) -> bool:
    """Whether no agreement is known: nothing is subscribed, and nobody agreed on the anniversary
    of what was bought."""
    renewal, view = context.view.renewal, context.view
    is_inferred = renewal is not None and renewal.basis == "inferred"
    return is_inferred and not view.subscriptions and not view.agreements


def _agreement(context: SlideContext) -> str:
    """The running contract's dates, where one has both."""
    ending = [item for item in context.view.agreements if item.end_date is not None]
    if not ending:
        return ""
    latest = max(ending, key=lambda item: (item.end_date or item.start_date, item.start_date))
    values = {
        "start": context.formats.day(latest.start_date),
        "end": context.formats.day(latest.end_date or latest.start_date),
    }
    return context.say("investment.contract", values)
