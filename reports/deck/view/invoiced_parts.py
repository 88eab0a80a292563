"""What a client was invoiced by month and product, so that the parts sum to the KPI."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reports.client import ClientFile
from reports.deck.view.cells import day_of, plain, records, whole_of
from reports.deck.view.client_view import InvoicedPart
from transforms.billing.documents import NEVER_COUNTED
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind, Rates


def counted_documents(tables: CanonicalTables) -> pd.DataFrame:
    """Invoices and credit notes that count."""
    invoices = tables.rows("invoices")
    return invoices[~invoices["status"].isin(NEVER_COUNTED)]


def invoiced_parts(client: ClientFile) -> tuple[InvoicedPart, ...]:
    """The trailing twelve months' `invoiced_amount`, split by product.

    A month whose lines do not add up to the figure (documents without lines, discounts on
    the document) stands unsplit under an empty product name.
    """
    months = client.period.trailing_twelve.months
    split = _by_product(client, months)
    parts: list[InvoicedPart] = []
    for month in months:
        total = client.kpis.get("invoiced_amount", month)
        if total.value_minor is None:
            continue
        parts.extend(_month_parts(month, total.value_minor, split.get(month, {})))
    return tuple(parts)


def _month_parts(month: Period, total: int, products: Mapping[str, int]) -> list[InvoicedPart]:
    rest = total - sum(products.values())
    if not products or abs(rest) > len(products):
        return [InvoicedPart(month, "", total)] if total else []
    # A rest this small is what rounding left when currencies were converted part by part.
    largest = max(products, key=lambda name: abs(products[name]))
    adjusted = {**products, largest: products[largest] + rest}
    return [InvoicedPart(month, name, minor) for name, minor in adjusted.items() if minor]


def _by_product(client: ClientFile, months: Sequence[Period]) -> Mapping[Period, Mapping[str, int]]:
    rates = Rates.from_frame(client.tables.rows("fx_rates"))
    found: dict[Period, dict[str, int]] = {}
    for part in _native_sums(client.tables):
        period = Period.month(part.month.year, part.month.month, client.period.fiscal_start_month)
        if period not in months:
            continue
        try:
            shown = rates.convert(
                RateKind.AVERAGE, part.minor, part.currency, client.currency, period.start
            )
        except MissingRateError:
            continue
        products = found.setdefault(period, {})
        products[part.product] = products.get(part.product, 0) + shown
    return found


@dataclass(frozen=True)
class _NativeSum:
    month: date
    product: str
    currency: str
    minor: int


def _native_sums(tables: CanonicalTables) -> list[_NativeSum]:
    """Net amounts by month of issue, product name and currency."""
    documents = counted_documents(tables)[["invoice_id", "issue_date"]]
    lines = tables.rows("invoice_lines").merge(
        documents, on="invoice_id", how="inner", validate="many_to_one"
    )
    products = tables.rows("products").drop_duplicates("product_id")
    names = dict(zip(products["product_id"], products["product_name"], strict=True))
    lines = lines.assign(
        month=lines["issue_date"].dt.to_period("M").dt.to_timestamp(),
        product=lines["product_id"].map(names).astype("str").fillna(""),
    )
    sums = lines.groupby(["month", "product", "currency"])[["net_minor"]].sum().reset_index()
    return [
        _NativeSum(month, plain(row["product"]), plain(row["currency"]), whole_of(row["net_minor"]))
        for row in records(sums)
        if (month := day_of(row["month"])) is not None
    ]
