"""What of a client is compared with its peers: the rows of the page, and of the actions on it."""

from reports.deck.fewer_seats import cut_behind
from reports.deck.slide_context import SlideContext
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place

OURS = {"peer_response": "response", "peer_nps": "nps"}
"""The measures that tell of us, not of the client."""


def compared(context: SlideContext) -> list[KpiValue]:
    """Known ones, the best first; of equal ones the client's own. How soon we answer is no measure
    of a client that hardly asked, nor is use that fell with the seats that it gave up."""
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    known = [item for item in values if item is not None and item.value is not None]
    replies = context.get("first_response_on_time").denominator or 0
    if replies < context.view.thresholds.minimum_tickets:
        known = [item for item in known if item.kpi != "peer_response"]
    if cut_behind(context, "usage_change"):
        known = [item for item in known if item.kpi != "peer_use"]
    return sorted(known, key=lambda item: (-(item.value or 0.0), item.kpi in OURS))
