"""What clients were invoiced, by account and by month and product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from transforms.billing.documents import NEVER_COUNTED
from transforms.core.cells import Row, by_entity, day_of, plain, whole_of
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind, Rates
from transforms.metrics.metric_context import MetricContext


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


@dataclass(frozen=True)
class InvoicedPart:
    """What was invoiced of one product in one month, net of credits, in the client's currency."""

    month: Period
    product: str
    minor: int


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
        documents[["invoice_id", "entity_id", "issue_date"]],
        on=["invoice_id", "entity_id"],
        how="inner",
        validate="many_to_one",
    )
    products = context.tables.rows("products").drop_duplicates("product_id")
    names = dict(zip(products["product_id"], products["product_name"], strict=True))
    lines = lines.assign(
        month=lines["issue_date"].dt.to_period("M").dt.to_timestamp(),
        product=lines["product_id"].map(names).astype("str").fillna(""),
    )
    keys = ["entity_id", "month", "product", "currency"]
    return by_entity(lines.groupby(keys)[["net_minor"]].sum().reset_index(), _product_sum)


def _product_sum(row: Row) -> ProductSum | None:
    if (month := day_of(row["month"])) is None:
        return None
    return ProductSum(
        month, plain(row["product"]), plain(row["currency"]), whole_of(row["net_minor"])
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


def _month_parts(month: Period, total: int, products: Mapping[str, int]) -> list[InvoicedPart]:
    rest = total - sum(products.values())
    if not products or abs(rest) > len(products):
        return [InvoicedPart(month, "", total)] if total else []
    # A rest this small is what rounding left when currencies were converted part by part.
    largest = max(products, key=lambda name: abs(products[name]))
    adjusted = {**products, largest: products[largest] + rest}
    return [InvoicedPart(month, name, minor) for name, minor in adjusted.items() if minor]


def _by_product(
    months: Mapping[Period, int], sums: Sequence[ProductSum], rates: Rates, currency: str
) -> Mapping[Period, Mapping[str, int]]:
    month_of = {month.start: month for month in months}
    found: dict[Period, dict[str, int]] = {}
    for part in sums:
        month = month_of.get(part.month_start)
        if month is None:
            continue
        try:
            shown = rates.convert(
                RateKind.AVERAGE, part.minor, part.currency, currency, month.start
            )
        except MissingRateError:
            continue
        products = found.setdefault(month, {})
        products[part.product] = products.get(part.product, 0) + shown
    return found
