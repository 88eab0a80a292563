"""The renewal: when it comes up, what endangers it, and what each answer is worth."""

from datetime import timedelta

from reports.brand import inches
from reports.deck.desk import Delta, Headline, Tone, Value
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits import TILE_HEIGHT, Page, note, slide, tiles
from reports.deck.internal_desk import InternalDesk
from reports.deck.internal_view import RenewalCase
from reports.deck.model import Align, Box, Element, Figure, Slide
from reports.deck.renewal_tile import renewal_tile
from reports.deck.slides.contract import Absent, Kind
from reports.deck.subscription_fee import running_table
from reports.deck.tiles import Tile
from transforms.renewal import NoBreakEven
from transforms.renewal_offers import Offer, Outcome, best

ORDER = 104
KIND = Kind.CONTENT

_NEAR_DAYS = 90


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Days to the renewal, what is asked for, and the answer that is worth most."""
    del story
    renewal = desk.view.renewal
    if renewal is None:
        return Absent("no_renewal_date")
    days = (renewal.day - desk.period.valuation_date).days
    case = desk.inside.renewal
    if case is None:
        values: dict[str, Value] = {
            "day": desk.formats.long_day(renewal.day),
            "days": _days(desk, days),
        }
        title = desk.phrase("titles.renewal.far", values)
        return Headline("renewal", Tone.FLAT, title, desk.phrase("clauses.none"))
    values = {
        "day": desk.formats.long_day(renewal.day),
        "days": _days(desk, days),
        "asked": _asked(desk, case),
        "advice": _advice(desk, case),
    }
    tone = Tone.BAD if case.request is not None or days <= _NEAR_DAYS else Tone.FLAT
    title = desk.counted("titles.renewal.near", days, values)
    return Headline("renewal", tone, title, desk.phrase("clauses.none"))


def _days(desk: InternalDesk, days: int) -> Figure:
    return desk.tally(days, "contracts")


def _asked(desk: InternalDesk, case: RenewalCase) -> Value:
    if case.request is None:
        return ""
    share = case.request.discount
    figure = Figure(desk.formats.percent(share), share, table="renewal_requests")
    return desk.phrase("titles.renewal.asked", {"share": figure})


def _advice(desk: InternalDesk, case: RenewalCase) -> Value:
    found = best(case.outcomes)
    if found is None:
        return ""
    return desk.phrase("titles.renewal.advice", {"offer": _offer(desk, found)})


def _offer(desk: InternalDesk, outcome: Outcome) -> str:
    years = desk.formats.count(outcome.terms.years)
    return desk.say(f"renewal.offer_{outcome.terms.offer}", {"years": years})


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over the options, or over the subscriptions that run while the renewal is far."""
    del story
    area = desk.brand.body
    top = tiles(desk, _tiles(desk), Box(area.left, area.top, area.width, TILE_HEIGHT))
    rest_top = area.top + TILE_HEIGHT + inches(0.25)
    rest = Box(area.left, rest_top, area.width, area.bottom - rest_top - inches(0.3))
    case = desk.inside.renewal
    elements: list[Element] = [*top]
    if case is not None and case.outcomes:
        elements.extend(whole_table(desk, _options(desk, case), rest))
        small = Box(area.left, area.bottom - inches(0.22), area.width, 0)
        elements.append(note(desk, desk.say("renewal.note"), small, 1))
    elif case is not None:
        elements.append(note(desk, desk.say("renewal.no_options"), rest, 3))
    elif desk.view.subscriptions:
        elements.extend(running_table(desk, rest))
    notes = (headline.title.text, desk.say("notes.renewal"))
    page = Page("renewal", headline.title, ("contracts", "subscriptions"), notes)
    return (slide(desk, page, elements),)


def _tiles(desk: InternalDesk) -> list[Tile]:
    case = desk.inside.renewal
    found = [renewal_tile(desk), _notice(desk)]
    if case is not None:
        return [*found, _risk(desk, case), _price(desk, case)]
    return [*found, _opening(desk), *_yearly(desk)]


def _opening(desk: InternalDesk) -> Tile:
    """The day from which on the renewal is negotiated, and gets its workbook."""
    renewal, days = desk.view.renewal, desk.inside.negotiated_days
    label = desk.say("renewal.opening")
    if renewal is None:
        return Tile(label, desk.say("absent"), Delta("", Tone.MISSING))
    said = desk.say("renewal.opening_note", {"days": desk.formats.count(days)})
    day = desk.formats.day(renewal.day - timedelta(days=days))
    return Tile(label, day, Delta(said, Tone.FLAT))


def _yearly(desk: InternalDesk) -> list[Tile]:
    """What the subscriptions come to in a year, where it is known."""
    yearly = desk.get("arr")
    if yearly.value_minor is None:
        return []
    said = Delta(desk.say("renewal.yearly_note"), Tone.FLAT)
    return [Tile(desk.say("renewal.price"), desk.formats.money(yearly.value_minor), said)]


def _notice(desk: InternalDesk) -> Tile:
    """The last day on which either side may give notice."""
    ending = [item for item in desk.view.agreements if item.end_date and item.notice_days]
    label = desk.say("renewal.notice")
    if not ending:
        return Tile(label, desk.say("absent"), Delta(desk.say("renewal.no_notice"), Tone.MISSING))
    latest = max(ending, key=lambda item: item.end_date or item.start_date)
    end = latest.end_date or latest.start_date
    day = end - timedelta(days=latest.notice_days or 0)
    is_past = day <= desk.view.data_date
    rule = "renewal.auto" if latest.is_auto_renewed else "renewal.not_auto"
    said = desk.say("renewal.notice_past" if is_past else rule)
    return Tile(label, desk.formats.day(day), Delta(said, Tone.BAD if is_past else Tone.FLAT))


def _risk(desk: InternalDesk, case: RenewalCase) -> Tile:
    """The probability of renewal that somebody recorded; never one of our own making."""
    label = desk.say("renewal.probability")
    rival = case.request.competitor if case.request else ""
    said = (
        desk.say("renewal.competitor", {"name": rival}) if rival else desk.say("renewal.recorded")
    )
    if case.probability is None:
        missing = Delta(desk.say("renewal.no_probability"), Tone.MISSING)
        return Tile(label, desk.say("absent"), missing)
    return Tile(label, desk.formats.percent(case.probability), Delta(said, Tone.FLAT))


def _price(desk: InternalDesk, case: RenewalCase) -> Tile:
    label = desk.say("renewal.price")
    price = desk.say("absent") if case.price_minor is None else desk.formats.money(case.price_minor)
    if case.request is None:
        return Tile(label, price, Delta(desk.say("renewal.no_request"), Tone.FLAT))
    values = {
        "share": desk.formats.percent(case.request.discount),
        "day": desk.formats.day(case.request.requested_date),
    }
    return Tile(label, price, Delta(desk.say("renewal.request", values), Tone.BAD))


def _options(desk: InternalDesk, case: RenewalCase) -> TablePlan:
    names = ("offer", "net_price", "margin", "expected", "change", "needed", "approver")
    shares = (0.21, 0.13, 0.11, 0.15, 0.14, 0.12, 0.18)
    aligns = (Align.LEFT, *(Align.RIGHT,) * 5, Align.LEFT)
    return TablePlan(
        desk.say("renewal.table"),
        desk.say("renewal.alt"),
        tuple(
            ColumnPlan(desk.say(f"renewal.{name}"), share, align)
            for name, share, align in zip(names, shares, aligns, strict=True)
        ),
        tuple(_option(desk, item, case) for item in case.outcomes),
    )


def _option(desk: InternalDesk, item: Outcome, case: RenewalCase) -> Row:
    absent = desk.say("absent")
    is_first = item.rank == 1
    margin = absent if item.margin is None else desk.formats.percent(item.margin, 1)
    margin_tone = Tone.BAD if not item.is_above_floor else None
    is_limit = item.terms.offer is Offer.WALK_AWAY
    name = f"{item.rank} · {_offer(desk, item)}" if item.rank else _offer(desk, item)
    return (
        Entry(name, bold=is_first),
        Entry(desk.formats.money(round(item.terms.net_price_minor)), bold=is_first),
        Entry(margin, margin_tone, bold=is_first),
        Entry(_money(desk, item.expected_npv_minor), bold=is_first),
        Entry("" if item.terms.offer is Offer.AS_IS else _signed(desk, item.change_minor)),
        Entry("" if is_limit else _needed(desk, item, case)),
        Entry(_approver(desk, item)),
    )


def _money(desk: InternalDesk, minor: float | None) -> str:
    return desk.say("absent") if minor is None else desk.formats.money(round(minor))


def _signed(desk: InternalDesk, minor: float | None) -> str:
    text = _money(desk, minor)
    return f"+{text}" if minor is not None and round(minor) > 0 else text


def _needed(desk: InternalDesk, item: Outcome, case: RenewalCase) -> str:
    """The probability of renewal at which the answer pays."""
    if item.terms.offer is Offer.AS_IS or case.probability is None:
        return ""
    needed = item.probability_needed
    if needed is None:
        return desk.say("absent")
    if isinstance(needed, NoBreakEven):
        return desk.say("renewal.never")
    return desk.formats.percent(needed)


def _approver(desk: InternalDesk, item: Outcome) -> str:
    if item.approval is None:
        return desk.say("absent")
    key = f"approvers.{item.approval.approver}"
    if desk.words.has(key):
        return desk.say(key)
    return item.approval.approver.replace("_", " ")
