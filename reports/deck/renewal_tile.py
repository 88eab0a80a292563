"""When the agreement comes up for renewal, as a tile."""

from reports.deck.desk import Delta, Desk, Tone
from reports.deck.tiles import Tile


def renewal_tile(desk: Desk) -> Tile:
    """The day and what it rests on; without one, that there is none."""
    renewal = desk.view.renewal
    label = desk.say("investment.renewal")
    if renewal is None:
        return Tile(
            label, desk.say("absent"), Delta(desk.say("investment.no_renewal"), Tone.MISSING)
        )
    basis = desk.say(f"investment.basis_{renewal.basis}")
    return Tile(label, desk.formats.day(renewal.day), Delta(_agreement(desk) or basis, Tone.FLAT))


def _agreement(desk: Desk) -> str:
    """The running contract's dates, where one has both."""
    ending = [item for item in desk.view.agreements if item.end_date is not None]
    if not ending:
        return ""
    latest = max(ending, key=lambda item: (item.end_date or item.start_date, item.start_date))
    values = {
        "start": desk.formats.day(latest.start_date),
        "end": desk.formats.day(latest.end_date or latest.start_date),
    }
    return desk.say("investment.contract", values)
