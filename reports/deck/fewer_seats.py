"""What a deck says of use that fell, or grew, with the seats that the client pays for."""

from reports.deck.slide_context import SlideContext, Value
from transforms.clients.seat_cuts import (
    SeatCut,
    followed_cut,
    followed_growth,
    outpaced_cut,
    seat_cut,
)


def fewer_seats(context: SlideContext) -> SeatCut | None:
    """The cut of seats in the quarter, whatever use did."""
    least = context.view.thresholds.materiality_ratio
    return seat_cut(context.view.figures.find, context.period, "usage_change", least)


def cut_behind(context: SlideContext, kpi: str) -> SeatCut | None:
    """The cut of seats that a fall of use followed: such a fall is no finding."""
    least = context.view.thresholds.materiality_ratio
    return followed_cut(context.view.figures.find, context.period, kpi, least)


def cut_outpaced(context: SlideContext) -> tuple[str, SeatCut] | None:
    """The change of use that is a larger fall than the seats' of the same span, the year's first,
    and those seats."""
    least, find = context.view.thresholds.materiality_ratio, context.view.figures.find
    for kpi in ("usage_change_year", "usage_change"):
        if (cut := outpaced_cut(find, context.period, kpi, least)) is not None:
            return kpi, cut
    return None


def more_seats(context: SlideContext) -> SeatCut | None:
    """The seats that the client added within the year, where use grew with them."""
    least = context.view.thresholds.materiality_ratio
    return followed_growth(context.view.figures.find, context.period, least)


def fewer_in_year(context: SlideContext) -> SeatCut | None:
    """The cut of seats within the year, whatever part of a fall on the year followed it."""
    change, least = context.get("usage_change_year"), context.view.thresholds.materiality_ratio
    if change.value is None or change.value > -least:
        return None
    return seat_cut(context.view.figures.find, context.period, change.kpi, least)


def cut_told(context: SlideContext) -> SeatCut | None:
    """The one that the page on use tells: of the weeks before, else of the year."""
    kpis = ("usage_change", "usage_change_year")
    return next((cut for kpi in kpis if (cut := cut_behind(context, kpi))), None)


def seats_of(context: SlideContext, cut: SeatCut | None) -> dict[str, Value]:
    """Seats before and now, for wordings."""
    if cut is None:
        return {"seats_before": "", "seats": ""}
    return {
        "seats_before": context.part(cut.before, "denominator"),
        "seats": context.part(cut.now, "denominator"),
    }
