"""The renewal: when it comes up, what endangers it, and what each answer is worth."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, slide, tiles
from reports.deck.exhibits.renewal_tile import recorded_tile
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import Tile
from reports.deck.internal_context import InternalContext
from reports.deck.model import Box, Element, Figure, Slide
from reports.deck.slide_context import Delta, Headline, Phrase, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from reports.deck.turns import turns_of
from reports.deck.view.internal_view import RenewalCase
from reports.deck.view.subscription_fee import running_table
from transforms.clients.judgement import is_renewal_pressing
from transforms.renewals.approval import FINANCE
from transforms.renewals.discount_arithmetic import NoBreakEven
from transforms.renewals.offers import Offer, Outcome, Package
from transforms.renewals.running_contracts import Agreement, last_ending
from transforms.renewals.scenarios import best

ORDER = 104
KIND = Kind.CONTENT
_SHARES_ALONE = (0.32, 0.13, 0.11, 0.14, 0.14, 0.16)
"""Of the columns where nobody recorded how likely the renewal is."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Days from the data to the renewal, what is asked for, and the answer that is worth most;
    of one that went by, what became of it."""
    del story
    renewal = context.view.renewal
    if renewal is None or not context.view.is_active:
        return Absent("no_renewal_date")
    days = (renewal.day - context.view.data_date).days
    values: dict[str, Value] = {
        "day": context.formats.long_day(renewal.day),
        "days": _days(context, abs(days)),
    }
    if days < 0:
        return _past(context, days, values)
    case = context.inside.renewal
    if case is None:
        values["opening"] = _opened(context, renewal.day)
        title = context.counted("titles.renewal.far", days, values)
        return Headline("renewal", Tone.FLAT, title, context.phrase("clauses.none"))
    values |= {"asked": _asked(context, case), "advice": _advice(context, case)}
    is_pressing = is_renewal_pressing(renewal.day, context.view.data_date)
    tone = Tone.BAD if case.request is not None or is_pressing else Tone.FLAT
    title = context.counted("titles.renewal.near", days, values)
    return Headline("renewal", tone, title, context.phrase("clauses.none"))


def _past(context: InternalContext, days: int, values: dict[str, Value]) -> Headline:
    """A renewal before the day of the data: followed by a new contract, left to renew by itself,
    or over."""
    successor, last = _successor(context), last_ending(context.view.agreements)
    if successor is not None:
        rule, tone = "settled", Tone.GOOD
        end = successor.end_date
        until = context.formats.long_day(end - timedelta(days=1)) if end else ""
        values["until"] = context.say("renewal.until", {"day": until}) if until else ""
    elif last is not None and last.is_auto_renewed:
        rule, tone = "rolled", Tone.FLAT
    else:
        rule, tone = "ended", Tone.BAD
    title = context.counted(f"titles.renewal.{rule}", -days, values)
    return Headline("renewal", tone, title, context.phrase("clauses.none"))


def _successor(context: InternalContext) -> Agreement | None:
    case = context.inside.renewal
    return None if case is None else case.successor


def _opened(context: InternalContext, renewal: date) -> Phrase:
    """Whether the negotiation has begun by the day of the data, and what ends before it does."""
    opens, today = renewal - timedelta(days=context.inside.negotiated_days), context.view.data_date
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


def _days(context: InternalContext, days: int) -> Figure:
    return context.tally(days, "contracts")


def _asked(context: InternalContext, case: RenewalCase) -> Value:
    if case.request is None:
        return ""
    share = case.request.discount
    figure = Figure(context.formats.percent(share), share, table="renewal_requests")
    return context.phrase("titles.renewal.asked", {"share": figure})


def _advice(context: InternalContext, case: RenewalCase) -> Value:
    found = best(case.outcomes)
    if found is None:
        return ""
    return context.phrase("titles.renewal.advice", {"offer": _offer(context, found)})


def _offer(context: InternalContext, outcome: Outcome) -> str:
    years = context.formats.count(outcome.terms.years)
    return context.say(f"renewal.offer_{outcome.offer}", {"years": years})


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over the options, or over the subscriptions that run while the renewal is far."""
    del story
    area = context.brand.body
    top = tiles(context, _tiles(context), Box(area.left, area.top, area.width, TILE_HEIGHT))
    rest_top = area.top + TILE_HEIGHT + inches(0.25)
    rest = Box(area.left, rest_top, area.width, area.bottom - rest_top - inches(0.3))
    case = context.inside.renewal
    elements: list[Element] = [*top]
    is_open = case is not None and not _is_past(context)
    if case is not None and is_open and case.outcomes:
        elements.extend(whole_table(context, _options(context, case), rest))
        small = Box(area.left, area.bottom - inches(0.22), area.width, 0)
        told = _note(context, case)
        elements.append(note(context, told, small, 1))
    elif is_open:
        elements.append(note(context, context.say("renewal.no_options"), rest, 3))
    elif context.view.subscriptions:
        day = {"day": context.formats.day(context.period.valuation_date)}
        elements.append(heading(context, context.say("renewal.running", day), rest))
        under = inches(0.35)
        below = Box(rest.left, rest.top + under, rest.width, rest.height - under)
        elements.extend(running_table(context, below))
    notes = (headline.title.text, context.say("notes.renewal"))
    page = Page("renewal", headline.title, ("contracts", "subscriptions"), notes)
    return (slide(context, page, elements),)


def _tiles(context: InternalContext) -> list[Tile]:
    case = context.inside.renewal
    found = [recorded_tile(context), _notice(context)]
    if _is_past(context):
        return [recorded_tile(context), _following(context), *_yearly(context)]
    if case is not None:
        return [*found, _risk(context, case), _price(context, case)]
    return [*found, _opening(context), *_yearly(context)]


def _is_past(context: InternalContext) -> bool:
    renewal = context.view.renewal
    return renewal is not None and renewal.day < context.view.data_date


def _following(context: InternalContext) -> Tile:
    """The contract that followed, or that none is on record."""
    found, label = _successor(context), context.say("renewal.following")
    if found is None:
        said = Delta(context.say("renewal.no_following"), Tone.BAD)
        return Tile(label, context.say("absent"), said)
    end, since = found.end_date, context.formats.day(found.start_date)
    day = context.formats.day(end - timedelta(days=1)) if end else ""
    until = context.say("renewal.until", {"day": day}) if day else ""
    return Tile(label, since, Delta(until.strip(), Tone.GOOD))


def _opening(context: InternalContext) -> Tile:
    """The day from which on the renewal is negotiated, and gets its workbook."""
    renewal, days = context.view.renewal, context.inside.negotiated_days
    label = context.say("renewal.opening")
    if renewal is None:
        return Tile(label, context.say("absent"), Delta("", Tone.MISSING))
    said = context.say("renewal.opening_note", {"days": context.formats.count(days)})
    day = context.formats.day(renewal.day - timedelta(days=days))
    return Tile(label, day, Delta(said, Tone.FLAT))


def _yearly(context: InternalContext) -> list[Tile]:
    """What the subscriptions come to in a year, where it is known."""
    yearly = context.get("arr")
    if yearly.value_minor is None:
        return []
    said = Delta(context.say("renewal.yearly_note"), Tone.FLAT)
    return [Tile(context.say("renewal.price"), context.formats.money(yearly.value_minor), said)]


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
    said = context.say("renewal.notice_past" if is_past else rule)
    return Tile(label, context.formats.day(day), Delta(said, Tone.BAD if is_past else Tone.FLAT))


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
        missing = Delta(context.say("renewal.no_probability"), Tone.MISSING)
        return Tile(label, context.say("absent"), missing)
    return Tile(label, context.formats.percent(case.probability), Delta(said, Tone.FLAT))


def _price(context: InternalContext, case: RenewalCase) -> Tile:
    label = context.say("renewal.price")
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


def _options(context: InternalContext, case: RenewalCase) -> TablePlan:
    has_needed = case.probability is not None
    needed = ("needed",) if has_needed else ()
    names = ("offer", "net_price", "margin", "expected", "change", *needed, "approver")
    shares = (0.25, 0.12, 0.1, 0.13, 0.13, 0.11, 0.16) if has_needed else _SHARES_ALONE
    aligns = (Align.LEFT, *(Align.RIGHT,) * (len(names) - 2), Align.LEFT)
    return TablePlan(
        context.say("renewal.table"),
        context.say("renewal.alt"),
        tuple(
            ColumnPlan(context.say(f"renewal.{name}"), share, align)
            for name, share, align in zip(names, shares, aligns, strict=True)
        ),
        tuple(_option(context, item, case) for item in _sorted(_ranked(_distinct(case.outcomes)))),
    )


def _sorted(found: Sequence[Outcome]) -> list[Outcome]:
    """The best first; then what is not proposed, by what it is worth."""

    def place(item: Outcome) -> tuple[bool, float]:
        return item.rank is None, item.rank or -(item.expected_npv_minor or 0.0)

    return sorted(found, key=place)


def _note(context: InternalContext, case: RenewalCase) -> str:
    """Where the figures stand in full, and the limit, where there is one."""
    limit = next((item for item in case.outcomes if item.offer is Offer.WALK_AWAY), None)
    if limit is None:
        return context.say("renewal.note")
    price = context.formats.money(round(limit.terms.net_price_minor))
    return context.say("renewal.note_limit", {"price": price})


def _distinct(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Each package once: where nothing was asked for, to accept it is to renew unchanged. The
    limit is no package of its own."""
    found: dict[Package, Outcome] = {}
    for item in outcomes:
        if item.offer is not Offer.WALK_AWAY:
            found.setdefault(item.terms.package, item)
    return list(found.values())


def _ranked(found: Sequence[Outcome]) -> list[Outcome]:
    """The ranks among what is shown, without the gaps that packages left that stand once."""
    ranks = [item.rank for item in found if item.rank]
    return [
        replace(item, rank=1 + sum(rank < item.rank for rank in ranks)) if item.rank else item
        for item in found
    ]


def _named(context: InternalContext, item: Outcome) -> str:
    """The answer with its rank; of ours what it is, and of one without a rank why."""
    name = _offer(context, item)
    if item.offer in (Offer.SHORT_TERM, Offer.LONG_TERM):
        name = _of_term(context, name, item.terms.package.discount)
    if item.offer is Offer.COUNTER and (what := _package(context, item.terms.package)):
        name = context.say("renewal.ours", {"offer": name, "what": what})
    name = name[:1].upper() + name[1:]
    if item.rank:
        return f"{item.rank} · {name}"
    if item.bar is None:
        return name
    why = context.say(f"renewal.bar_{item.bar}")
    return context.say("renewal.barred", {"offer": name, "why": why})


def _of_term(context: InternalContext, name: str, discount: float) -> str:
    """A longer term with what is given for it."""
    share = context.formats.percent(discount, 1)
    rule = "renewal.term_at" if discount > 0 else "renewal.term_alone"
    return context.say(rule, {"offer": name, "share": share})


def _package(context: InternalContext, package: Package) -> str:
    """What we offer in a few words: discount, term, yearly uplift."""
    percent, told = context.formats.percent, list[str]()
    if package.discount > 0:
        share = {"share": percent(package.discount, 1)}
        told.append(context.say("renewal.ours_discount", share))
    if package.years > 1:
        told.append(context.words.count("renewal.ours_years", package.years))
    if package.uplift > 0:
        told.append(context.say("renewal.ours_uplift", {"share": percent(package.uplift, 1)}))
    return context.formats.items(told)


def _option(context: InternalContext, item: Outcome, case: RenewalCase) -> Row:
    absent = context.say("absent")
    is_first = item.rank == 1
    margin = absent if item.margin is None else context.formats.percent(item.margin, 1)
    margin_tone = Tone.BAD if not item.is_above_floor else None
    needed = () if case.probability is None else (Entry(_needed(context, item, case)),)
    return (
        Entry(_named(context, item), bold=is_first),
        Entry(context.formats.money(round(item.terms.net_price_minor)), bold=is_first),
        Entry(margin, margin_tone, bold=is_first),
        Entry(_money(context, item.expected_npv_minor), bold=is_first),
        Entry("" if item.offer is Offer.AS_IS else _signed(context, item.change_minor)),
        *needed,
        Entry(_approver(context, item)),
    )


def _money(context: InternalContext, minor: float | None) -> str:
    return context.say("absent") if minor is None else context.formats.money(round(minor))


def _signed(context: InternalContext, minor: float | None) -> str:
    text = _money(context, minor)
    return f"+{text}" if minor is not None and round(minor) > 0 else text


def _needed(context: InternalContext, item: Outcome, case: RenewalCase) -> str:
    """The probability of renewal at which the answer pays."""
    if item.offer is Offer.AS_IS:
        return ""
    needed = item.probability_needed
    if needed is None:
        return context.say("absent")
    if isinstance(needed, NoBreakEven):
        return context.say("renewal.never")
    return context.formats.percent(needed)


def _approver(context: InternalContext, item: Outcome) -> str:
    approver = _titled(context, item.approval.approver)
    if not item.approval.joins_finance:
        return approver
    finance = _titled(context, FINANCE)
    return context.say("renewal.approver_joined", {"approver": approver, "finance": finance})


def _titled(context: InternalContext, approver: str) -> str:
    key = f"approvers.{approver}"
    return context.say(key) if context.words.has(key) else approver.replace("_", " ")
