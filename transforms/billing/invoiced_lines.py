"""The invoice lines of clients, as lists of them show them."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from transforms.billing.invoiced_parts import counted_documents, issued_in
from transforms.core.cells import Row, by_entity, day_of, number_of, text_of, whole_of
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class InvoicedLine:
    """A line of a counted document."""

    issue_date: date
    number: str
    """The document's; its key where it has none."""
    document_kind: str
    product: str
    """Its name, else its key; empty where nobody says."""
    description: str
    quantity: float | None
    net_minor: int
    currency: str
    rate: float | None
    """The month's average into the client's currency; None where unknown."""
    service_start: date | None
    service_end: date | None
    source_file: str
    source_line: int
    cost_minor: int | None = None
    """What was sold cost, in the line's currency; None where the export does not say."""

    @property
    def product_label(self) -> str:
        """What its product is called; a dash where nobody says."""
        return self.product or "–"


def sums_by(lines: Iterable[InvoicedLine], key: Callable[[InvoicedLine], K]) -> dict[K, int]:
    """Net minor units of the lines by `key`, which must tell currencies apart."""
    found: dict[K, int] = {}
    for line in lines:
        found[key(line)] = found.get(key(line), 0) + line.net_minor
    return found


def invoiced_lines(
    context: MetricContext, period: Period, clients: Collection[str]
) -> dict[str, tuple[InvoicedLine, ...]]:
    """Lines of counted documents issued in the trailing twelve months, by client, oldest first."""
    documents = issued_in(counted_documents(context), period.trailing_twelve)
    ours = documents[documents["entity_id"].isin(list(clients))]
    lines = context.rows("invoice_lines").merge(
        ours[["invoice_id", "entity_id", "invoice_number", "document_kind", "issue_date"]],
        on=["invoice_id", "entity_id"],
        how="inner",
        validate="many_to_one",
    )
    named = lines.merge(
        context.tables.rows("products")[["product_id", "product_name"]],
        on="product_id",
        how="left",
        validate="many_to_one",
    )
    ordered = named.sort_values(["issue_date", "invoice_id", "line_id"])
    return by_entity(ordered, lambda row: _line(context, row))


def _line(context: MetricContext, row: Row) -> InvoicedLine | None:
    if (issued := day_of(row["issue_date"])) is None:
        return None
    base, quote = str(row["currency"]), str(row["entity_currency"])
    rate = context.rates.find(RateKind.AVERAGE, base, quote, issued)
    return InvoicedLine(
        issue_date=issued,
        number=text_of(row["invoice_number"]) or text_of(row["invoice_id"]),
        document_kind=str(row["document_kind"]),
        product=text_of(row["product_name"]) or text_of(row["product_id"]),
        description=text_of(row["description"]),
        quantity=number_of(row["quantity"]),
        net_minor=whole_of(row["net_minor"]),
        currency=base,
        rate=None if rate is None else float(rate),
        service_start=day_of(row["service_start"]),
        service_end=day_of(row["service_end"]),
        source_file=text_of(row["source_file"]),
        source_line=whole_of(row["source_line"]),
        cost_minor=None if row["cost_minor"] is None else whole_of(row["cost_minor"]),
    )
