"""What clients were invoiced, by account and by month and product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from transforms.billing.documents import NEVER_COUNTED
from transforms.core.cells import Row, by_entity, day_of, number_of, plain, whole_of
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind, Rates
from transforms.metrics.metric_context import MetricContext

_SHORTEST_MONTH = 27
"""Days; a line that pays for fewer is for a part of a month."""


@dataclass(frozen=True)
class BillingAccount:
    """One of the client's accounts."""

    name: str
    country: str
    currency: str
    invoiced: tuple[tuple[str, int], ...]
    """Net amounts of the period by currency; empty without documents."""
    monthly: tuple[tuple[date, str, int], ...] = ()
    """The same by month of issue."""
    shown_minor: int | None = None
    """Their sum in the client's currency, where it is known."""

    def shown_in(self, rates: Rates, currency: str) -> "BillingAccount":
        """The account with its sum in a currency, at each month's average rate."""
        try:
            minors = [
                rates.convert(RateKind.AVERAGE, minor, code, currency, month)
                for month, code, minor in self.monthly
            ]
        except MissingRateError:
            return self
        return replace(self, shown_minor=sum(minors))


@dataclass(frozen=True)
class ProductSum:
    """Net lines of one product issued in one month, as invoiced in their `currency`."""

    month_start: date
    product: str
    currency: str
    minor: int
    credited_minor: int = 0
    """Of it, what credit notes took off; never above 0."""
    quantity: float | None = None
    """Units on its invoices; None where a line does not say."""
    is_once: bool = False
    """Whether the price list does not sell it as a subscription."""
    is_whole: bool = True
    """Whether no line is known to pay for less than a month."""


@dataclass(frozen=True)
class InvoicedPart:
    """What was invoiced of one product in one month, net of credits, in the client's currency.

    The rest is as the documents say it: see `ProductSum`.
    """

    month: Period
    product: str
    minor: int
    credited_minor: int = 0
    quantity: float | None = None
    is_once: bool = False
    is_whole: bool = True
    own: tuple[tuple[str, int], ...] = ()
    """The amount by currency as invoiced, before credit notes."""


def counted_documents(context: MetricContext) -> pd.DataFrame:
    """Invoices and credit notes that count."""
    invoices = context.rows("invoices")
    return invoices[~invoices["status"].isin(NEVER_COUNTED)]


def issued_in(documents: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The documents issued in the period."""
    issued = documents["issue_date"]
    is_in = (issued >= pd.Timestamp(period.start)) & (issued < pd.Timestamp(period.end))
    return documents[is_in]


def billing_accounts(
    context: MetricContext, period: Period
) -> dict[str, tuple[BillingAccount, ...]]:
    """Each client's accounts by name, with what was invoiced to them in the period."""
    issued = issued_in(counted_documents(context), period)
    issued = issued.assign(month=issued["issue_date"].dt.to_period("M").dt.to_timestamp())
    keys = ["account_id", "month", "currency"]
    sums = issued.groupby(keys)[["net_minor"]].sum().reset_index()
    by_account: dict[str, list[tuple[date, str, int]]] = {}
    for account, month, currency, minor in sums.itertuples(index=False):
        found = (month.date(), plain(currency), int(minor))
        by_account.setdefault(account, []).append(found)
    accounts = context.rows("accounts").sort_values(["account_name", "account_id"])
    return by_entity(accounts, lambda row: _billing_account(row, by_account))


def _billing_account(
    row: Row, monthly: Mapping[str, Sequence[tuple[date, str, int]]]
) -> BillingAccount:
    found = tuple(monthly.get(str(row["account_id"]), ()))
    by_currency: dict[str, int] = {}
    for _, currency, minor in found:
        by_currency[currency] = by_currency.get(currency, 0) + minor
    return BillingAccount(
        name=plain(row["account_name"]),
        country=plain(row["country"]),
        currency=plain(row["currency"]),
        invoiced=tuple(sorted(by_currency.items())),
        monthly=found,
    )


def product_sums(context: MetricContext, period: Period) -> dict[str, tuple[ProductSum, ...]]:
    """Lines of counted documents issued in the trailing twelve months, summed by client, month
    of issue, product and currency. A line belongs to a document of its own client only."""
    documents = issued_in(counted_documents(context), period.trailing_twelve)
    lines = context.rows("invoice_lines").merge(
        documents[["invoice_id", "entity_id", "issue_date", "document_kind"]],
        on=["invoice_id", "entity_id"],
        how="inner",
        validate="many_to_one",
    )
    products = context.tables.rows("products").drop_duplicates("product_id").set_index("product_id")
    is_credit = lines["document_kind"].eq("credit_note").fillna(False).astype(bool)
    days = (lines["service_end"] - lines["service_start"]).dt.days
    lines = lines.assign(
        month=lines["issue_date"].dt.to_period("M").dt.to_timestamp(),
        product=lines["product_id"].map(products["product_name"]).astype("str").fillna(""),
        credited=lines["net_minor"].where(is_credit, 0),
        units=lines["quantity"].mask(is_credit, 0.0),
        is_unsaid=lines["quantity"].isna() & ~is_credit,
        is_once=lines["product_id"].map(products["is_recurring"]).eq(False).fillna(False),
        is_part=days.lt(_SHORTEST_MONTH).fillna(False).astype(bool) & ~is_credit,
    )
    keys = ["entity_id", "month", "product", "currency"]
    told = lines.groupby(keys).agg(
        net_minor=("net_minor", "sum"),
        credited=("credited", "sum"),
        units=("units", "sum"),
        is_unsaid=("is_unsaid", "any"),
        is_once=("is_once", "all"),
        is_part=("is_part", "any"),
    )
    return by_entity(told.reset_index(), _product_sum)


def _product_sum(row: Row) -> ProductSum | None:
    if (month := day_of(row["month"])) is None:
        return None
    return ProductSum(
        month,
        plain(row["product"]),
        plain(row["currency"]),
        whole_of(row["net_minor"]),
        credited_minor=whole_of(row["credited"]),
        quantity=None if row["is_unsaid"] else number_of(row["units"]) or None,
        is_once=bool(row["is_once"]),
        is_whole=not row["is_part"],
    )


def invoiced_parts(
    totals: Mapping[Period, int], sums: Sequence[ProductSum], rates: Rates, currency: str
) -> tuple[InvoicedPart, ...]:
    """The months' invoiced amounts split by product, so that the parts sum to each total.

    `totals` are `invoiced_amount` by month, in `currency`. A month whose lines do not add up to
    it (documents without lines, discounts on the document, a rate that is missing) stands
    unsplit under an empty product name.

    >>> month = Period.parse("2026-09")
    >>> lines = [ProductSum(month.start, name, "EUR", 500) for name in ("A", "B")]
    >>> [part.minor for part in invoiced_parts({month: 1001}, lines, Rates({}), "EUR")]
    [501, 500]
    """
    split = _by_product(totals, sums, rates, currency)
    return tuple(
        part
        for month, total in totals.items()
        for part in _month_parts(month, total, split.get(month, {}))
    )


def _month_parts(
    month: Period, total: int, products: Mapping[str, InvoicedPart]
) -> list[InvoicedPart]:
    rest = total - sum(part.minor for part in products.values())
    if not products or abs(rest) > len(products):
        return [InvoicedPart(month, "", total)] if total else []
    # A rest this small is what rounding left when currencies were converted part by part.
    largest = max(products, key=lambda name: abs(products[name].minor))
    adjusted = {**products, largest: _more(products[largest], rest)}
    return [part for part in adjusted.values() if part.minor]


def _more(part: InvoicedPart, minor: int) -> InvoicedPart:
    return replace(part, minor=part.minor + minor)


def _by_product(
    months: Mapping[Period, int], sums: Sequence[ProductSum], rates: Rates, currency: str
) -> Mapping[Period, Mapping[str, InvoicedPart]]:
    month_of = {month.start: month for month in months}
    found: dict[Period, dict[str, InvoicedPart]] = {}
    for part in sums:
        month = month_of.get(part.month_start)
        if month is None:
            continue
        try:
            shown = _converted(month, part, rates, currency)
        except MissingRateError:
            continue
        products = found.setdefault(month, {})
        known = products.get(part.product)
        products[part.product] = _together(known, shown) if known else shown
    return found


def _converted(month: Period, part: ProductSum, rates: Rates, currency: str) -> InvoicedPart:
    def shown(minor: int) -> int:
        return rates.convert(RateKind.AVERAGE, minor, part.currency, currency, month.start)

    return InvoicedPart(
        month,
        part.product,
        shown(part.minor),
        shown(part.credited_minor),
        part.quantity,
        part.is_once,
        part.is_whole,
        own=((part.currency, part.minor - part.credited_minor),),
    )


def _together(one: InvoicedPart, other: InvoicedPart) -> InvoicedPart:
    """Of one product and month in two currencies."""
    is_said = one.quantity is not None and other.quantity is not None
    return replace(
        _more(one, other.minor),
        credited_minor=one.credited_minor + other.credited_minor,
        quantity=(one.quantity or 0) + (other.quantity or 0) if is_said else None,
        is_once=one.is_once and other.is_once,
        is_whole=one.is_whole and other.is_whole,
        own=(*one.own, *other.own),
    )
