"""What was invoiced, as tables: for each product in two quarters, or to each billing account."""

from collections.abc import Sequence
from decimal import Decimal

from messages.formats import rounded_as_shown
from reports.brand import inches
from reports.deck.exhibits.frame import heading
from reports.deck.exhibits.invoiced import stacks_of
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.formats import Formats
from reports.deck.model import Box, Element
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Align
from transforms.billing.invoiced_months import is_split, total_of
from transforms.billing.invoiced_parts import BillingAccount
from transforms.core.money import exponent, to_major

_SEVERAL = 2
_ACCOUNT_ROWS = 5


def accounts_table(
    context: SlideContext, accounts: list[BillingAccount], place: Box
) -> tuple[Element, ...]:
    """The accounts that documents were issued to, where there are several, the smaller ones
    together on one line."""
    if len(accounts) < _SEVERAL:
        return ()
    accounts.sort(key=lambda item: -max(abs(minor) for _, minor in item.invoiced))
    for shown in range(min(_ACCOUNT_ROWS, len(accounts)), 0, -1):
        pieces = tables(context, _accounts_plan(context, accounts, shown), place)
        if len(pieces) == 1:
            return pieces
    return ()


def products_table(context: SlideContext, place: Box) -> tuple[Element, ...]:
    """What was invoiced for each product in both quarters, as the chart's parts add up, and what
    changed; of the first quarter alone where nothing was invoiced before it. Nothing where the
    lines of a month are not told apart."""
    periods = [context.period.previous, context.period]
    sums = [
        {name: sum(amounts) for name, amounts in stacks_of(context, period.months)}
        for period in periods
    ]
    if not any(sums[0].values()):
        periods, sums = periods[1:], sums[1:]
    names = [name for name in sums[-1] if any(part[name] for part in sums)]
    if len(names) < _SEVERAL or not is_split(context.view.invoiced, context.period):
        return ()
    digits = _digits(context, [[part[name] for part in sums] for name in names])
    rows = [_product_row(context, name, [part[name] for part in sums], digits) for name in names]
    whole = [total_of(context.view.invoiced, *period.months) for period in periods]
    rows.append(_product_row(context, context.say("investment.total"), whole, digits, is_bold=True))
    heads = [context.formats.period(one) for one in periods]
    if len(periods) > 1:
        heads.append(context.say("investment.change"))
    names = 0.55 if len(heads) == 1 else 0.34
    plan = TablePlan(
        context.say("investment.products", {"currency": context.view.currency}),
        context.say("investment.products_alt"),
        (
            ColumnPlan(context.say("columns.product"), names),
            *(ColumnPlan(head, (1 - names) / len(heads), Align.RIGHT) for head in heads),
        ),
        tuple(rows),
    )
    under = Box(place.left, place.top + inches(0.32), place.width, place.height - inches(0.32))
    pieces = tables(context, plan, under)
    return (heading(context, plan.name, place), *pieces) if len(pieces) == 1 else ()


def _digits(context: SlideContext, rows: Sequence[Sequence[int]]) -> int:
    """The decimals with which the table's rows and columns add up as they are read: none where
    whole units do. Rows are amounts in minor units, one a quarter."""
    lines = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
    read = [_whole(context, [*line, line[-1] - line[0]]) for line in lines]
    adds_down = [sum(column) for column in zip(*read[:-1], strict=True)] == read[-1]
    adds_across = all(line[-2] - line[0] == line[-1] for line in read)
    return 0 if adds_down and adds_across else exponent(context.view.currency)


def _whole(context: SlideContext, minors: Sequence[int]) -> list[Decimal]:
    """Amounts as they are read without decimals."""
    currency = context.view.currency
    return [rounded_as_shown(to_major(minor, currency), 0) for minor in minors]


def _product_row(
    context: SlideContext, name: str, sums: Sequence[int], digits: int, is_bold: bool = False
) -> tuple[Entry, ...]:
    """Amounts in the currency that the heading names; of two, also what changed."""
    whole = [float(to_major(minor, context.view.currency)) for minor in sums]
    texts = [name, *(context.formats.decimal(amount, digits) for amount in whole)]
    if len(sums) > 1:
        change = float(to_major(sums[-1] - sums[0], context.view.currency))
        texts.append(context.formats.signed(change, digits))
    return tuple(Entry(text, bold=is_bold) for text in texts)


def _accounts_plan(
    context: SlideContext, accounts: Sequence[BillingAccount], shown: int
) -> TablePlan:
    """What each was invoiced; where that is in several currencies, also in the deck's, which adds
    up to the quarter's amount."""
    is_converted = _are_converted(context, accounts)
    first, rest = accounts[:shown], accounts[shown:]
    rows = [[Entry(item.name), Entry(_amount_text(context, item.invoiced))] for item in first]
    if rest:
        words = context.words.count("investment.more_accounts", len(rest))
        rows.append([Entry(words), Entry("")])
    if is_converted:
        rows.append([Entry(context.say("investment.total"), bold=True), Entry("")])
        minors = [_shown([item]) for item in first] + [_shown(rest)] * bool(rest)
        for row, text in zip(rows, _adding_up(context, minors), strict=True):
            row.append(Entry(text, bold=row[0].bold))
    heads = [context.say("columns.invoiced", {"period": context.this_period})]
    if is_converted:
        heads.append(context.say("columns.converted", {"currency": context.view.currency}))
    names = 0.55 if len(heads) == 1 else 0.4
    return TablePlan(
        context.say("investment.accounts"),
        context.say("investment.accounts_alt"),
        (
            ColumnPlan(context.say("columns.account"), names),
            *(ColumnPlan(head, (1 - names) / len(heads), Align.RIGHT) for head in heads),
        ),
        tuple(map(tuple, rows)),
    )


def _shown(accounts: Sequence[BillingAccount]) -> int:
    """In the deck's currency, in minor units."""
    return sum(account.shown_minor or 0 for account in accounts)


def _adding_up(context: SlideContext, minors: Sequence[int]) -> list[str]:
    """The amounts and their total, with the decimals with which they add up as they are read."""
    digits = _digits(context, [[minor] for minor in minors])
    return [context.formats.money(minor, digits) for minor in (*minors, sum(minors))]


def _are_converted(context: SlideContext, accounts: Sequence[BillingAccount]) -> bool:
    currencies = {code for account in accounts for code, _ in account.invoiced}
    is_foreign = bool(currencies - {context.view.currency})
    return is_foreign and all(account.shown_minor is not None for account in accounts)


def _amount_text(context: SlideContext, amounts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(
        Formats(context.view.locale, currency).money(minor) for currency, minor in amounts
    )
