"""The renewal: when it comes up, what endangers it, and what each answer is worth."""

from dataclasses import replace
from datetime import date, timedelta

from reports.brand import inches
from reports.deck.exhibits.frame import (
    LABEL_SIZES,
    TILE_HEIGHT,
    Page,
    heading,
    note,
    one_line,
    slide,
    tiles,
)
from reports.deck.exhibits.renewal_tile import recorded_tile, renewal_tile
from reports.deck.exhibits.table import whole_table
from reports.deck.exhibits.text_fit import fitted
from reports.deck.exhibits.tiles import Tile
from reports.deck.model import Box, Element, Figure, Slide, TextBox
from reports.deck.promises import early_of_ours
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.renewal_move import first_move
from reports.deck.review.renewal_options import advice, notes, options, reckoned
from reports.deck.slide_context import Delta, Headline, Phrase, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Anchor, Body
from reports.deck.turns import is_rolling, last_day_of, turns_of, working_day_from
from reports.deck.view.internal_view import RenewalCase
from reports.deck.view.subscription_fee import running_table
from transforms.clients.judgement import is_renewal_pressing
from transforms.renewals.offers import Offer
from transforms.renewals.requests import RenewalRequest
from transforms.renewals.running_contracts import Agreement, last_ending

ORDER = 104
KIND = Kind.CONTENT

_MOVE_LINES, _MOVE = 3, inches(0.6)
"""Room of the sentence on the first move."""
_NOTES = inches(0.4)
"""Height of the small print under the options."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Days from the data to the renewal, what is asked for, and the answer that is worth most;
    of one that is settled or went by, what became of it."""
    del story
    renewal = context.view.renewal
    if renewal is None or not context.view.is_active:
        return Absent("no_renewal_date")
    days = (renewal.day - context.view.data_date).days
    values: dict[str, Value] = {
        "day": context.formats.long_day(renewal.day),
        "days": _days(context, abs(days)),
    }
    if is_rolling(context):
        title = context.phrase("titles.renewal.anniversary", values)
        return Headline("renewal", Tone.FLAT, title, context.phrase("clauses.none"))
    if (following := renewal.following) is not None:
        return _settled(context, days, following, values)
    if days < 0:
        return _past(context, days, values)
    case = context.inside.renewal
    values["asked"] = _asked(context)
    if case is None:
        values["opening"] = _opened(context, renewal.day)
        title = context.counted("titles.renewal.far", days, values)
        tone = Tone.FLAT if context.inside.request is None else Tone.BAD
        return Headline("renewal", tone, title, context.phrase("clauses.none"))
    values["advice"] = advice(context, case)
    is_pressing = is_renewal_pressing(renewal.day, context.view.data_date)
    tone = Tone.BAD if case.request is not None or is_pressing else Tone.FLAT
    title = context.counted("titles.renewal.near", days, values)
    return Headline("renewal", tone, title, context.phrase("clauses.none"))


def _settled(
    context: InternalContext, days: int, following: Agreement, values: dict[str, Value]
) -> Headline:
    """A renewal that a signed contract follows, whether its day is past or still to come."""
    end, notice = following.end_date, following.notice_date
    values["start"] = context.formats.long_day(following.start_date)
    last = end if not end or days < 0 else last_day_of(end)
    values["end"] = context.formats.long_day(last) if last else ""
    told = {"day": context.formats.long_day_of_year(notice)} if notice else None
    values["notice"] = context.say("renewal.notice_within", told) if told else ""
    rule = f"{'settled' if days < 0 else 'signed'}{'' if end else '_open'}"
    title = context.counted(f"titles.renewal.{rule}", abs(days), values)
    return Headline("renewal", Tone.GOOD, title, context.phrase("clauses.none"))


def _past(context: InternalContext, days: int, values: dict[str, Value]) -> Headline:
    """A renewal before the day of the data: left to renew by itself, or over."""
    latest = last_ending(context.view.agreements)
    if latest is not None and latest.is_auto_renewed:
        title = context.counted("titles.renewal.rolled", -days, values)
        return Headline("renewal", Tone.FLAT, title, context.phrase("clauses.none"))
    last = last_day_of(context.view.data_date + timedelta(days=days))
    values |= {"day": context.formats.long_day(last), "days": _days(context, 1 - days)}
    title = context.counted("titles.renewal.ended", 1 - days, values)
    return Headline("renewal", Tone.BAD, title, context.phrase("clauses.none"))


def _opened(context: InternalContext, renewal: date) -> Phrase:
    """Whether the negotiation has begun by the day of the data, and what ends before it does."""
    opens, today = opening_day(context, renewal), context.view.data_date
    values: dict[str, Value] = {
        "day": context.formats.long_day(opens),
        "days": _days(context, (opens - today).days),
    }
    if opens > today:
        return context.counted("titles.renewal.opens", (opens - today).days, values)
    notice = turns_of(context).notice
    if notice is None:
        return context.phrase("titles.renewal.opened", values)
    left = (notice - today).days
    values |= {"notice": context.formats.long_day(notice), "left": _days(context, left)}
    return context.counted("titles.renewal.opened_notice", left, values)


def opening_day(context: InternalContext, renewal: date) -> date:
    """The first working day on which the renewal is negotiated."""
    return working_day_from(context, renewal - timedelta(days=context.inside.negotiated_days))


def _days(context: InternalContext, days: int) -> Figure:
    return context.tally(days, "contracts")


def _asked(context: InternalContext) -> Value:
    if (request := context.inside.request) is None:
        return ""
    share = request.discount
    figure = Figure(context.formats.percent(share), share, table="renewal_requests")
    return context.phrase("titles.renewal.asked", {"share": figure})


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over the options, or over the subscriptions that run while the renewal is far."""
    del story
    area = context.brand.body
    top = tiles(context, _tiles(context), Box(area.left, area.top, area.width, TILE_HEIGHT))
    rest_top = area.top + TILE_HEIGHT + inches(0.25)
    case, move = context.inside.renewal, _move(context)
    foot = area.bottom - _NOTES - inches(0.05) - (_MOVE if move else 0)
    rest = Box(area.left, rest_top, area.width, foot - rest_top)
    elements: list[Element] = [*top]
    is_open = case is not None and not _is_closed(context)
    if case is not None and is_open and case.outcomes:
        elements.extend(whole_table(context, options(context, case), rest))
        elements.extend(_told(context, move, replace(rest, top=foot)))
        small = Box(area.left, area.bottom - _NOTES, area.width, 0)
        elements.append(note(context, notes(context, case), small))
    elif is_open:
        elements.append(note(context, context.say("renewal.no_options"), rest, 3))
    elif is_rolling(context):
        elements.append(note(context, context.say("checklist.no_agreement_ask"), rest, 3))
    elif context.view.subscriptions:
        day = {"day": context.formats.day(context.period.valuation_date)}
        elements.append(heading(context, context.say("renewal.running", day), rest))
        under = inches(0.35)
        below = Box(rest.left, rest.top + under, rest.width, rest.height - under)
        elements.extend(running_table(context, below))
    spoken = [headline.title.text, context.say("notes.renewal")]
    if case is not None and is_open and case.outcomes:
        spoken += [reckoned(context, case), context.say("notes.renewal_term")]
    page = Page("renewal", headline.title, ("contracts", "subscriptions"), tuple(spoken))
    return (slide(context, page, elements),)


def _move(context: InternalContext) -> str:
    """Who makes the first move and until when, while the renewal is open."""
    case = context.inside.renewal
    return "" if case is None or _is_closed(context) else first_move(context, case)


def _told(context: InternalContext, move: str, place: Box) -> list[TextBox]:
    if not move:
        return []
    found = fitted(move, place.width, _MOVE_LINES, LABEL_SIZES, bold=True)
    line = one_line(found.text, found.size, context.brand.palette.ink, bold=True)
    body = Body(line.paragraphs, Anchor.MIDDLE)
    return [TextBox("Move", replace(place, height=_MOVE), body)]


def _tiles(context: InternalContext) -> list[Tile]:
    case, renewal = context.inside.renewal, context.view.renewal
    found = [recorded_tile(context), _notice(context)]
    if _is_closed(context):
        is_past = renewal is not None and renewal.day < context.view.data_date
        tile = recorded_tile(context) if is_past else renewal_tile(context)
        return [tile, _following(context), *_yearly(context)]
    if case is None and context.inside.request is not None:
        return [*found, _requested(context, context.inside.request), *_yearly(context)]
    if case is not None:
        return [*found, _risk(context, case), _price(context, case)]
    opening = [] if is_rolling(context) else [_opening(context)]
    return [*found, *opening, *_yearly(context)]


def _is_closed(context: InternalContext) -> bool:
    """Whether there is nothing left to negotiate: its day is past, or what follows is signed."""
    renewal = context.view.renewal
    if renewal is None:
        return False
    return renewal.following is not None or renewal.day < context.view.data_date


def _following(context: InternalContext) -> Tile:
    """The contract that followed, or that none is on record."""
    renewal, label = context.view.renewal, context.say("renewal.following")
    found = renewal.following if renewal else None
    if found is None:
        said = Delta(context.say("renewal.no_following"), Tone.BAD)
        return Tile(label, context.say("absent"), said)
    end, since = found.end_date, context.formats.day(found.start_date)
    said = context.say("renewal.next", {"day": context.formats.day(end)}) if end else ""
    return Tile(label, since, Delta(said, Tone.GOOD))


def _requested(context: InternalContext, request: RenewalRequest) -> Tile:
    """What was asked for since the period ended, and the competitor; without one, from
    which day on its options are worked out: a tile has no room for both."""
    day = context.formats.day(request.requested_date)
    rival = {"name": request.competitor}
    told = context.say("renewal.competitor", rival) if rival["name"] else ""
    if not told and (renewal := context.view.renewal) is not None:
        opens = context.formats.day(opening_day(context, renewal.day))
        told = context.say("renewal.options_next", {"day": opens})
    said = Delta(". ".join(part for part in (day, told) if part), Tone.BAD)
    return Tile(context.say("renewal.requested"), context.formats.percent(request.discount), said)


def _opening(context: InternalContext) -> Tile:
    """The day from which on the renewal is negotiated, and gets its workbook."""
    renewal = context.view.renewal
    label = context.say("renewal.opening")
    if renewal is None:
        return Tile(label, context.say("absent"), Delta("", Tone.MISSING))
    opens = opening_day(context, renewal.day)
    if opens < context.view.data_date:
        label = context.say("renewal.opening_past")
    said = Delta(context.say("renewal.opening_note"), Tone.FLAT)
    if early := early_of_ours(context, opens):
        day = {"day": context.formats.day(min(item.due_date or opens for item in early))}
        said = Delta(context.say("renewal.opening_early", day), Tone.BAD)
    return Tile(label, context.formats.day(opens), said)


def _yearly(context: InternalContext) -> list[Tile]:
    """What the subscriptions come to in a year, where it is known."""
    yearly = context.get("arr")
    if yearly.value_minor is None:
        return []
    label, said = _price_label(context), Delta(context.say("renewal.yearly_note"), Tone.FLAT)
    if (ended := _ended(context)) is not None:
        said = Delta(ended, Tone.BAD)
    return [Tile(label, context.formats.money(yearly.value_minor), said)]


def _price_label(context: InternalContext) -> str:
    """What is paid a year; of subscriptions some of which ended since, on which day it was."""
    if _ended(context) is None:
        return context.say("renewal.price")
    day = context.formats.day(context.period.valuation_date)
    return context.say("renewal.price_then", {"day": day})


def _ended(context: InternalContext) -> str | None:
    """The subscription that ended first between the period and the day of the data."""
    over = [
        (item.end_date, item.product)
        for item in context.view.subscriptions
        if item.end_date is not None and item.end_date <= context.view.data_date
    ]
    if not over:
        return None
    day, product = min(over)
    return context.say("renewal.price_ended", {"product": product, "day": context.formats.day(day)})


def _notice(context: InternalContext) -> Tile:
    """The last day on which either side may give notice."""
    ending = [item for item in context.view.agreements if item.end_date and item.notice_days]
    label = context.say("renewal.notice")
    if not ending:
        return Tile(
            label, context.say("absent"), Delta(context.say("renewal.no_notice"), Tone.MISSING)
        )
    latest = max(ending, key=lambda item: item.end_date or item.start_date)
    end = latest.end_date or latest.start_date
    day = end - timedelta(days=latest.notice_days or 0)
    is_past = day <= context.view.data_date
    rule = "renewal.auto" if latest.is_auto_renewed else "renewal.not_auto"
    said = _after_notice(context, latest, end) if is_past else context.say(rule)
    return Tile(label, context.formats.day(day), Delta(said, Tone.BAD if is_past else Tone.FLAT))


def _after_notice(context: InternalContext, latest: Agreement, end: date) -> str:
    """That the day for notice is past, and what follows, where the contract says so."""
    if latest.is_auto_renewed is None:
        return context.say("renewal.notice_past")
    rule, day = ("renews", end) if latest.is_auto_renewed else ("ends", last_day_of(end))
    return context.say(f"renewal.notice_past_{rule}", {"day": context.formats.day(day)})


def _risk(context: InternalContext, case: RenewalCase) -> Tile:
    """The probability of renewal that somebody recorded; never one of our own making."""
    label = context.say("renewal.probability")
    rival = case.request.competitor if case.request else ""
    said = (
        context.say("renewal.competitor", {"name": rival})
        if rival
        else context.say("renewal.recorded")
    )
    if case.probability is None:
        return Tile(label, context.say("absent"), Delta(_unrecorded(context, case), Tone.MISSING))
    return Tile(label, context.formats.percent(case.probability), Delta(said, Tone.FLAT))


def _unrecorded(context: InternalContext, case: RenewalCase) -> str:
    """That nobody recorded a probability, and which one is assumed at today's price."""
    unchanged = next((item for item in case.outcomes if item.offer is Offer.AS_IS), None)
    if unchanged is None or unchanged.terms.probability is None:
        return context.say("renewal.no_probability")
    share = context.formats.percent(unchanged.terms.probability)
    return context.say("renewal.assumed", {"share": share})


def _price(context: InternalContext, case: RenewalCase) -> Tile:
    label = _price_label(context)
    price = (
        context.say("absent")
        if case.price_minor is None
        else context.formats.money(case.price_minor)
    )
    if case.request is None:
        return Tile(label, price, Delta(context.say("renewal.no_request"), Tone.FLAT))
    values = {
        "share": context.formats.percent(case.request.discount),
        "day": context.formats.day(case.request.requested_date),
    }
    return Tile(label, price, Delta(context.say("renewal.request", values), Tone.BAD))
