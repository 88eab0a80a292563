"""When the agreement comes up for renewal, as a tile."""

from collections.abc import Sequence

from reports.deck.exhibits.tiles import Tile
from reports.deck.slide_context import Delta, SlideContext, Tone
from reports.deck.turns import has_rolled, is_rolling, last_day_of, standing, terms
from reports.deck.view.client_view import Renewal
from transforms.renewals.running_contracts import Agreement


def renewal_tile(context: SlideContext) -> Tile:
    """The day on which what is agreed ends, and what that rests on; without one, that there is
    none."""
    return _tile(context, standing(context), terms(context))


def recorded_tile(context: SlideContext) -> Tile:
    """The same of the agreement that ran at the quarter's end, whatever follows it."""
    return _tile(context, context.view.renewal, context.view.agreements)


def _tile(context: SlideContext, renewal: Renewal | None, running: Sequence[Agreement]) -> Tile:
    label = context.say("investment.renewal")
    if renewal is None:
        return Tile(
            label, context.say("absent"), Delta(context.say("investment.no_renewal"), Tone.MISSING)
        )
    rule = "basis_first" if is_rolling(context) else f"basis_{renewal.basis}"
    basis = context.say(f"investment.{rule}")
    day = renewal.day
    if day < context.view.data_date:
        rolled = has_rolled(context)
        label = context.say(f"investment.{'rolled' if rolled else 'ended'}")
        day = day if rolled else last_day_of(day)
    told = Delta(_agreement(context, running) or basis, Tone.FLAT)
    return Tile(label, context.formats.day(day), told)


def _agreement(context: SlideContext, running: Sequence[Agreement]) -> str:
    """The running contract's first and last day, where one has both."""
    ending = [item for item in running if item.end_date is not None]
    if not ending:
        return ""
    latest = max(ending, key=lambda item: (item.end_date or item.start_date, item.start_date))
    values = {
        "start": context.formats.day(latest.start_date),
        "end": context.formats.day(last_day_of(latest.end_date or latest.start_date)),
    }
    return context.say("investment.contract", values)
