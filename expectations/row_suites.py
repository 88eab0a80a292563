"""What must hold of each row of a table, and of its keys: built from the table's description."""

from dataclasses import dataclass
from datetime import date

from expectations import measures
from expectations.check import Check, Filled, Like, Once, OneOf, Within
from transforms.core.canonical import Severity
from transforms.tables import Column, Kind, TableSpec

_PLAUSIBLE_FROM = date(1970, 1, 1)
_PLAUSIBLE_TO = date(2100, 1, 1)
_QUARTER = r"^\d{4}-Q[1-4]$"
_PERIOD = r"^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$"
_POSITIVE_DECIMAL = r"^(?=[^eE]*[1-9])\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$"


@dataclass(frozen=True)
class NumberRange:
    """The bounds of a number, both included; None is open."""

    table: str
    column: str
    low: float | None
    high: float | None
    severity: Severity = Severity.QUARANTINE


@dataclass(frozen=True)
class DayOrder:
    """Two dates of which the first may not lie after the last."""

    table: str
    first: str
    last: str
    severity: Severity


RANGES = (
    NumberRange("opportunities", "probability", 0, 1),
    NumberRange("contracts", "notice_days", 0, None, Severity.WARN),
    NumberRange("products", "list_price_minor", 0, None, Severity.WARN),
    # Neither keeping nor dropping a negative agreement gives a recurring sum to present.
    NumberRange("subscriptions", "yearly_minor", 0, None, Severity.HOLD),
    NumberRange("subscriptions", "quantity", 0, None, Severity.WARN),
    NumberRange("renewal_requests", "requested_discount", 0, 1),
    NumberRange("renewal_requests", "renewal_probability", 0, 1),
    NumberRange("renewal_requests", "renewal_probability_discounted", 0, 1),
    NumberRange("renewal_requests", "renewal_probability_term", 0, 1),
    NumberRange("renewal_requests", "avoidable_cost_share", 0, 1),
    NumberRange("renewal_requests", "price_minor", 0, None),
    NumberRange("renewal_requests", "list_price_minor", 0, None),
    NumberRange("renewal_requests", "wallet_minor", 0, None),
    NumberRange("renewal_requests", "concessions_minor", 0, None),
    NumberRange("renewal_requests", "term_years", 1, 20),
    NumberRange("costs", "fixed_share", 0, 1),
    NumberRange("tickets", "first_response_minutes", 0, None),
    NumberRange("tickets", "resolution_hours", 0, None),
    NumberRange("usage", "days", 1, 31),
    NumberRange("usage", "events", 0, None),
    NumberRange("partners", "service_target", 0, 1),
    NumberRange("partners", "service_reached", 0, 1),
    NumberRange("partners", "incidents", 0, None),
    NumberRange("usage", "active_users", 0, None),
    NumberRange("usage", "seats_paid", 0, None),
)

DAY_ORDERS = (
    DayOrder("subscriptions", "start_date", "end_date", Severity.QUARANTINE),
    DayOrder("subscriptions", "start_date", "cancelled_date", Severity.WARN),
    DayOrder("contracts", "start_date", "end_date", Severity.QUARANTINE),
    DayOrder("invoices", "issue_date", "due_date", Severity.WARN),
    # Such a line is recognised on its document's date, so it can still be used.
    DayOrder("invoice_lines", "service_start", "service_end", Severity.WARN),
    DayOrder("tickets", "created_at", "first_response_at", Severity.QUARANTINE),
    DayOrder("tickets", "created_at", "solved_at", Severity.QUARANTINE),
    DayOrder("tasks", "created_date", "completed_date", Severity.WARN),
    DayOrder("leads", "created_date", "converted_date", Severity.WARN),
    DayOrder("opportunities", "created_date", "close_date", Severity.WARN),
)

_TABLE_RULES = (
    Check(
        "credit_note_positive",
        "invoices",
        "total_minor",
        Severity.QUARANTINE,
        measures.largest_of(
            ("net_minor", "tax_minor", "total_minor"), "document_kind", "credit_note"
        ),
        Within(high=0),
    ),
    Check(
        "deal_without_account",
        "opportunities",
        "account_id",
        Severity.WARN,
        measures.filled("account_id"),
        Filled(),
    ),
    Check(
        "ended_without_date",
        "subscriptions",
        "end_date",
        Severity.WARN,
        measures.filled_where("end_date", "status", ("cancelled", "ended")),
        OneOf((1.0,)),
    ),
    Check(
        "invoice_negative",
        "invoices",
        "total_minor",
        Severity.WARN,
        measures.number_of("total_minor", "document_kind", "invoice"),
        Within(low=0),
    ),
    Check(
        "refund_positive",
        "payments",
        "amount_minor",
        Severity.QUARANTINE,
        measures.number_of("amount_minor", "payment_kind", "refund"),
        Within(high=0),
    ),
    Check(
        "payment_negative",
        "payments",
        "amount_minor",
        Severity.QUARANTINE,
        measures.number_of("amount_minor", "payment_kind", "payment"),
        Within(low=0),
    ),
    Check(
        "nps_score_unknown",
        "surveys",
        "score",
        Severity.QUARANTINE,
        measures.number_of("score", "survey_kind", "nps"),
        OneOf(tuple(float(score) for score in range(11))),
    ),
    Check(
        "month_not_first_day",
        "costs",
        "month",
        Severity.QUARANTINE,
        measures.day_of_month("month"),
        OneOf((1.0,)),
    ),
    Check(
        "rate_not_positive",
        "fx_rates",
        "rate",
        Severity.QUARANTINE,
        measures.text("rate"),
        Like(_POSITIVE_DECIMAL),
    ),
    Check(
        "rate_repeated",
        "fx_rates",
        "rate_date",
        Severity.QUARANTINE,
        measures.month_and("rate_date", ("rate_kind", "base_currency", "quote_currency")),
        Once(),
    ),
    *(
        Check(
            "period_unreadable",
            table,
            column,
            Severity.QUARANTINE,
            measures.text(column),
            Like(pattern),
            details=(("example", example),),
        )
        for table, column, pattern, example in (
            ("targets", "period", _PERIOD, "2026-Q3"),
            ("goals", "quarter", _QUARTER, "2026-Q3"),
            ("partners", "quarter", _QUARTER, "2026-Q3"),
            ("commitments", "quarter", _QUARTER, "2026-Q3"),
        )
    ),
)


def row_suite(spec: TableSpec) -> tuple[Check, ...]:
    """Every check on the table alone; of a row's faults the first in this order keeps it out."""
    return (
        *_key_checks(spec),
        *_required_checks(spec),
        *_word_checks(spec),
        *_currency_checks(spec),
        *(_range_check(bounds) for bounds in RANGES if bounds.table == spec.name),
        *(_order_check(order) for order in DAY_ORDERS if order.table == spec.name),
        *(check for check in _TABLE_RULES if check.table == spec.name),
        *_plausible_checks(spec),
    )


def _key_checks(spec: TableSpec) -> tuple[Check, ...]:
    own = tuple(column.name for column in spec.columns)
    named = spec.key[0] if len(spec.key) == 1 else ""
    key = (("key", ", ".join(spec.key)),)
    return (
        *(_filled("key_missing", spec, name) for name in spec.key),
        Check(
            "exact_repeat",
            spec.name,
            "",
            Severity.QUARANTINE,
            measures.whole_row(own, spec.key),
            Once(),
            among=spec.key,
        ),
        Check(
            "key_repeated",
            spec.name,
            named,
            Severity.QUARANTINE,
            measures.row_key(own, spec.key),
            Once(),
            details=key,
            among=spec.key,
        ),
    )


def _required_checks(spec: TableSpec) -> tuple[Check, ...]:
    names = (column.name for column in spec.columns if column.required)
    return tuple(_filled("required_missing", spec, name) for name in names if name not in spec.key)


def _filled(rule: str, spec: TableSpec, column: str) -> Check:
    return Check(rule, spec.name, column, Severity.QUARANTINE, measures.filled(column), Filled())


def _word_checks(spec: TableSpec) -> tuple[Check, ...]:
    return tuple(_word_check(spec, column) for column in spec.columns if column.allowed)


def _word_check(spec: TableSpec, column: Column) -> Check:
    return Check(
        "unknown_value",
        spec.name,
        column.name,
        Severity.QUARANTINE if column.required else Severity.WARN,
        measures.words(column.name),
        OneOf(column.allowed),
        details=(("allowed", ", ".join(column.allowed)),),
    )


def _currency_checks(spec: TableSpec) -> tuple[Check, ...]:
    currencies = [column for column in spec.columns if column.kind is Kind.CURRENCY]
    known = (
        Check(
            "unknown_currency",
            spec.name,
            column.name,
            Severity.QUARANTINE,
            measures.known_currency(column.name),
            OneOf((1.0,)),
        )
        for column in currencies
    )
    return (*known, *_money_currency_checks(spec))


def _money_currency_checks(spec: TableSpec) -> tuple[Check, ...]:
    currency = spec.by_name.get("currency")
    amounts = tuple(column.name for column in spec.columns if column.kind is Kind.MONEY)
    if currency is None or currency.required or not amounts:
        return ()
    return (
        Check(
            "currency_missing",
            spec.name,
            "currency",
            Severity.QUARANTINE,
            measures.currency_of_money(amounts, "currency"),
            OneOf((1.0,)),
        ),
    )


def _range_check(bounds: NumberRange) -> Check:
    high = bounds.high
    return Check(
        "number_out_of_range" if high is not None else "number_too_small",
        bounds.table,
        bounds.column,
        bounds.severity,
        measures.number(bounds.column),
        Within(bounds.low, high),
        details=(
            ("low", f"{bounds.low:g}" if bounds.low is not None else ""),
            ("high", f"{high:g}" if high is not None else ""),
        ),
    )


def _order_check(order: DayOrder) -> Check:
    return Check(
        "dates_reversed",
        order.table,
        order.last,
        order.severity,
        measures.days_between(order.first, order.last),
        Within(low=0),
        details=(("first", order.first),),
    )


def _plausible_checks(spec: TableSpec) -> tuple[Check, ...]:
    low, high = ((day - date(1970, 1, 1)).days for day in (_PLAUSIBLE_FROM, _PLAUSIBLE_TO))
    return tuple(
        Check(
            "date_implausible",
            spec.name,
            column.name,
            Severity.WARN,
            measures.days(column.name),
            Within(low, high),
            details=(("low", str(_PLAUSIBLE_FROM.year)), ("high", str(_PLAUSIBLE_TO.year))),
        )
        for column in spec.columns
        if column.required and column.kind in (Kind.DATE, Kind.TIMESTAMP)
    )
