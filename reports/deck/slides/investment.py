"""Investment: what the client was invoiced, its agreement, and its billing accounts.

A client without invoices is shown what it is subscribed to: see
`reports.deck.view.subscription_fee`.
"""

from collections.abc import Sequence
from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.credit_notes import are_alone, credit_tiles, credits_told
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, slide, tile, tiles, whole_title
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.invoiced import (
    has_paid_ahead,
    has_years,
    invoiced_by_month,
    is_yearly,
    months_shown,
    year_by_product,
)
from reports.deck.exhibits.invoiced_drivers import drivers_of_change, is_credit_told
from reports.deck.exhibits.invoiced_tables import accounts_table, products_table
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.renewal_tile import renewal_tile
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.model import Box, Element, Figure, Slide, TextBox
from reports.deck.slide_context import Delta, Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import back_since
from reports.deck.turns import (
    has_rolled,
    is_rolling,
    last_day_of,
    renewed_on,
    standing,
    turns_of,
)
from reports.deck.view import subscription_fee
from reports.deck.view.client_view import Renewal
from transforms.billing.invoiced_months import (
    amounts_of,
    by_product,
    is_level_again,
    months_paid,
    products_of,
    total_of,
)
from transforms.billing.invoiced_moves import Reason, moves_of
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.clients.judgement import is_renewal_pressing, is_seen
from transforms.core.money import to_major
from transforms.metrics.kpi import Missing, Place
from transforms.renewals.running_contracts import Agreement

ORDER = 100
KIND = Kind.CONTENT

_NAMED = 2
"""Products that a title has room to name."""
_OF_LAST_DAY = ("renewed", "dated", "lapsed", "term_over")
"""Meanings that tell until when something holds, not when it is renewed."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The quarter's invoiced amount against the one before; without invoices, the fee."""
    del story
    invoiced = context.get("invoiced_amount")
    if not invoiced.value_minor and not context.view.invoiced:
        return _without_invoices(context, invoiced.reason)
    if invoiced.value_minor is None:
        return Absent(invoiced.reason or "no_rows")
    months = context.period.months
    issued = [part for part in context.view.invoiced if part.month in months and part.minor]
    # What is sold once, or credited, is no part of a year's fee.
    if issued and has_years(context) and all(not p.is_once and p.minor > 0 for p in issued):
        title = _of_years(context, context.figure(invoiced), issued)
        return Headline("investment", Tone.FLAT, title, context.phrase("clauses.none"))
    growth = context.growth("invoiced_amount") if invoiced.value_minor > 0 else None
    values: dict[str, Value] = {
        "amount": context.figure(invoiced),
        "credit": context.size(invoiced),
        "this": context.this_period,
        "period": context.previous_period,
        "earlier": context.formats.period(context.period.shift(-2)),
        "credited": _credited(context),
    }
    if growth is not None:
        values["size"] = context.growth_figure("invoiced_amount", growth)
        values["signed"] = _signed_growth(context, growth)
    values |= _last_invoice(context) | _paid(context)
    rule = _told_rule(context, _rule(context, invoiced.value_minor, growth), growth)
    tone = Tone.MISSING if growth is None else Tone.FLAT
    said = [
        context.phrase(f"titles.investment.{rule}", {**values, "driver": item})
        for item in drivers_of_change(context)
    ]
    return Headline("investment", tone, whole_title(context, said), context.phrase("clauses.none"))


def _of_years(context: SlideContext, amount: Figure, issued: Sequence[InvoicedPart]) -> Phrase:
    """That the quarter's invoices are of a year each, of which products where they are few, and
    in which months they are."""
    months = sorted({part.month.start for part in issued})
    values: dict[str, Value] = {
        "amount": amount,
        "this": context.this_period,
        "issued": context.formats.items([context.formats.month_name(month) for month in months]),
    }
    names = list(dict.fromkeys(part.product for part in issued))
    if len(names) > _NAMED or not all(names):
        return context.counted("titles.investment.years", len(issued), values)
    values["products"] = context.formats.items(names)
    return context.counted("titles.investment.years_of", len(issued), values)


def _told_rule(context: SlideContext, rule: str, growth: float | None) -> str:
    """The rule by what else is known of the quarter: why nothing was invoiced in it or before it,
    whether a change is none, and whether it only undoes the last one."""
    if rule == "missing":
        return "returned" if back_since(context) else "first" if _is_first(context) else rule
    if rule == "nothing":
        is_ahead = has_paid_ahead(context)
        return "prepaid" if is_yearly(context) else "paid_ahead" if is_ahead else rule
    if rule == "flat":
        return "same" if not growth else "level" if _prints_as_zero(context, growth) else rule
    if rule not in ("up", "down") or is_credit_told(context):
        return rule
    return f"{rule}_again" if is_level_again(context.view.invoiced, context.period) else rule


def _is_first(context: SlideContext) -> bool:
    """Whether a new client was invoiced nothing before the quarter."""
    first = context.period.months[0]
    earlier = (part for part in context.view.invoiced if part.month.start < first.start)
    return context.is_new_since_previous and not any(part.minor for part in earlier)


def _prints_as_zero(context: SlideContext, growth: float) -> bool:
    text = context.formats.signed_change(growth)
    return text == context.formats.signed_change(0.0)


def _signed_growth(context: SlideContext, growth: float) -> Figure:
    """A small change, with its sign and a decimal: 'stable' over a step that is seen needs it."""
    text = context.formats.signed_change(growth)
    return replace(context.growth_figure("invoiced_amount", growth), text=text)


def _without_invoices(context: SlideContext, reason: Missing | None) -> Headline | Absent:
    """The fee, where it is known."""
    is_known = reason is not Missing.RATE_MISSING
    return (is_known and subscription_fee.headline(context)) or Absent(reason or "nothing_invoiced")


def _last_invoice(context: SlideContext) -> dict[str, Value]:
    """The amount and the month of the last one, where there is any."""
    parts = context.view.invoiced
    if not (months := months_paid(parts, context.period)):
        return {}
    minor = total_of(parts, months[-1])
    amount = float(to_major(minor, context.view.currency))
    return {
        "last": Figure(context.formats.money(minor), amount, table="invoices"),
        "month": context.formats.long_month(months[-1].start),
    }


def _paid(context: SlideContext) -> dict[str, Value]:
    """What was invoiced in the last twelve months, and in which of them."""
    parts = context.view.invoiced
    months = months_paid(parts, context.period)
    minor = total_of(parts, *months)
    amount = float(to_major(minor, context.view.currency))
    return {
        "paid": Figure(context.formats.money(minor), amount, table="invoices"),
        "months": context.formats.items(
            [context.formats.long_month(month.start) for month in months]
        ),
    }


def _credited(context: SlideContext) -> str:
    """The product that most was credited of; empty where products are not known."""
    sums = by_product(context.view.invoiced, context.period)
    least = min(sums, key=lambda name: sums[name], default="")
    return context.say("investment.credited", {"product": least}) if least else ""


def _rule(context: SlideContext, invoiced_minor: int, growth: float | None) -> str:
    if invoiced_minor < 0:
        return "credited_alone" if are_alone(context) else "credited"
    if not invoiced_minor:
        return "nothing"
    if growth is None:
        return "missing"
    if abs(growth) < context.view.thresholds.materiality_ratio:
        return "slight" if is_seen(growth) else "flat"
    return "up" if growth > 0 else "down"


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Months by product at the left; what changed and the next dates at the right; what it means
    under both."""
    rule, asked = meaning_rule(context), question_rule(context)
    values = _until(context)
    strip = meaning_of(context, headline, story, rule, values, asked=asked)
    if subscription_fee.is_told_by(headline):
        return subscription_fee.compose(context, headline, strip)
    area = above_meaning(context)
    grid, months = Grid(area), months_shown(context)
    chart: tuple[Element, ...] = ()
    if months:
        draw = year_by_product if is_yearly(context) else invoiced_by_month
        chart = draw(context, months, grid.down(1, 7))
    side = _side(context, grid.down(8, 5) if months else area)
    notes = (
        headline.title.text,
        question_of(context, asked, values),
        *context.definitions(Place.INVESTMENT),
        context.say("notes.investment"),
    )
    page = Page("investment", headline.title, ("invoices", "contracts", "subscriptions"), notes)
    return (slide(context, page, (*chart, *side, *strip)),)


def meaning_rule(context: SlideContext) -> str:
    """By what is known of how long the terms hold."""
    if (following := _signed(context)) is not None:
        return f"investment.signed{'' if following.end_date else '_open'}"
    renewal = standing(context)
    if renewal is None:
        return f"investment.{'credits' if are_alone(context) else 'open'}"
    if renewal.day < context.view.data_date:
        if has_rolled(context):
            return "investment.rolled"
        return f"investment.{'lapsed' if renewal.basis == 'contract' else 'term_over'}"
    if renewed_on(context) is not None:
        return f"investment.renewed{'_inferred' if renewal.basis == 'inferred' else ''}"
    return f"investment.{'inferred' if renewal.basis == 'inferred' else 'dated'}"


def question_rule(context: SlideContext) -> str:
    """What to ask; of a renewal that presses, what the next term needs: there is no time left for
    changes before it. With one far ahead, whether what was charged once has been delivered."""
    rule, renewal = meaning_rule(context), standing(context)
    if renewal is None or rule not in ("investment.dated", "investment.inferred"):
        return rule
    is_near = is_renewal_pressing(renewal.day, context.view.data_date)
    return f"{rule}_near" if is_near else "investment.once" if _charged_once(context) else rule


def _charged_once(context: SlideContext) -> list[str]:
    """Products of the quarter's one-off charges."""
    moves = moves_of(context.view.invoiced, context.period.trailing_twelve.months)
    once = [move for move in moves if move.reason is Reason.ONCE and move.product]
    return [move.product for move in once if set(move.months) & set(context.period.months)]


def _told_day(context: SlideContext, renewal: Renewal) -> str:
    """The day of the renewal, or the last one of what holds until it."""
    is_last = meaning_rule(context).removeprefix("investment.") in _OF_LAST_DAY
    return context.formats.long_day(last_day_of(renewal.day) if is_last else renewal.day)


def _signed(context: SlideContext) -> Agreement | None:
    """The contract that is signed and has not begun."""
    renewal = context.view.renewal
    following = renewal.following if renewal else None
    return following if following and following.start_date > context.view.data_date else None


def _until(context: SlideContext) -> dict[str, str]:
    """The day, and the yearly fee where it is known."""
    renewal, fee = standing(context), context.get("mrr").value_minor
    signed = _signed(context)
    start = signed.start_date if signed else renewed_on(context)
    money = context.formats.money(12 * fee) if fee else ""
    return {
        "day": _told_day(context, renewal) if renewal else "",
        "start": context.formats.long_day(start) if start else "",
        "fee": _fee(context, money) if money else "",
        "once": context.formats.items(
            [context.say("breakdown.quoted", {"name": name}) for name in _charged_once(context)]
        ),
        **(credits_told(context) if are_alone(context) else {}),
    }


def _fee(context: SlideContext, money: str) -> str:
    """The yearly fee, and what is invoiced month by month beside it."""
    held = {item.product for item in context.view.subscriptions}
    parts, months = context.view.invoiced, context.period.months
    beside = [
        name
        for name in products_of(parts)
        if name and name not in held and min(amounts_of(parts, months, name)) > 0
    ]
    if not beside or not all(held):
        return context.say("meaning.investment.fee", {"fee": money})
    values = {"fee": money, "beside": context.formats.items(beside)}
    return context.say("meaning.investment.fee_beside", values)


def _side(context: SlideContext, place: Box) -> list[Element]:
    """What changed, over the days on which the agreement turns: at the foot under a table, next
    to each other where both are tiles."""
    if is_rolling(context):
        return list(_changes(context, place))
    gap = inches(0.2)
    foot = Box(place.left, place.bottom - TILE_HEIGHT, place.width, TILE_HEIGHT)
    rest = Box(place.left, place.top, place.width, foot.top - gap - place.top)
    changes = _changes(context, rest)
    if len(changes) == 1 and isinstance(changes[0], TextBox):
        foot = Box(place.left, changes[0].box.bottom + gap, place.width, TILE_HEIGHT)
    return [*changes, *tiles(context, _dates(context), foot)]


def _dates(context: SlideContext) -> list[Tile]:
    turns, renewal = turns_of(context), renewal_tile(context)
    notice, renewal_day = turns.notice, turns.renewal
    if notice is None or renewal_day is None:
        return [renewal]
    days = (renewal_day - notice).days
    said = context.words.count("investment.notice_why", days, {"n": context.formats.count(days)})
    why = Delta(said, Tone.FLAT)
    label = context.say("investment.notice")
    return [Tile(label, context.formats.day(notice), why), renewal]


def _changes(context: SlideContext, place: Box) -> tuple[Element, ...]:
    """By product, or by account where there are several; one amount alone is a tile. A year's
    invoice in one quarter is no change against the next."""
    accounts = [item for item in context.view.accounts if item.invoiced]
    told = accounts_table(context, accounts, place)
    is_ahead = is_yearly(context) or has_paid_ahead(context)
    told = told or (() if is_ahead else products_table(context, place))
    if told:
        return told
    top = Box(place.left, place.top, place.width, TILE_HEIGHT)
    if are_alone(context):
        return tuple(tiles(context, credit_tiles(context), top))
    amount = _ahead_tile(context) or tile_of(context, "invoiced_amount")
    return (tile(context, amount, top),)


def _ahead_tile(context: SlideContext) -> Tile | None:
    """The year's invoices, and when they were issued."""
    if not (is_yearly(context) or has_paid_ahead(context)):
        return None
    values = {name: _text(value) for name, value in _paid(context).items()}
    told = Delta(context.say("investment.invoiced_in", {"month": values["months"]}), Tone.FLAT)
    label = "chain.fee" if is_yearly(context) else "investment.paid"
    return Tile(context.say(label), values["paid"], told)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else value.text
