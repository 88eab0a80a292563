"""Documents beside their lines and payments, put together by the database.

`rows` holds those that may be at fault, and perhaps others; whether they are is not decided
here. `tally` counts all of them by what decides whether a rule applies to a row: of amounts
only the sign, of words and sums only whether there is one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    Join,
    Select,
    Subquery,
    Table,
    and_,
    case,
    cast,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import NamedFromClause

from transforms.billing.documents import NEVER_COUNTED
from warehouse.rows.column_types import TEXT
from warehouse.staging.staged_rows import Increments, StagedRows, is_kept

_COUNT = "row_count"
_SUSPECT = "is_suspect"
_HELPERS: dict[str, dict[str, str]] = {
    "invoices": {
        "lines_net_minor": "Int64",
        "tolerance_minor": "Int64",
        "lines_tolerance_minor": "Int64",
        "has_lines": "Int64",
        "has_settlement": "Int64",
        "settled_minor": "Int64",
        "told_apart_minor": "Int64",
        "credited_currency": "str",
    },
    "invoice_lines": {"invoice_currency": "str", "invoice_account_id": "str"},
    "payments": {"invoice_currency": "str", "invoice_account_id": "str"},
}
_TALLIED: dict[str, dict[str, str]] = {
    "invoices": {
        "status": "str",
        "document_kind": "str",
        "currency": "str",
        "net_minor": "Int64",
        "tax_minor": "Int64",
        "total_minor": "Int64",
        **_HELPERS["invoices"],
    },
    "invoice_lines": {"currency": "str", "account_id": "str", **_HELPERS["invoice_lines"]},
    "payments": {"currency": "str", "account_id": "str", **_HELPERS["payments"]},
}
_WORDS_AS_THEY_ARE = ("status", "document_kind", "has_lines", "has_settlement")


@dataclass(frozen=True)
class View:
    """The two queries on one kind of rows, with the dtypes of what they give."""

    tally: Select
    tally_dtypes: Mapping[str, str]
    rows: Select
    helper_dtypes: Mapping[str, str]


def view(
    staged: StagedRows, name: str, increments: Increments, line_tolerances: Mapping[str, int]
) -> View:
    """Invoices, invoice lines or payments that are not kept out; `line_tolerances` as `evidence`
    of the staging has them.

    Of an increment only what changed is here, so that a document need not find its lines or
    its payment.
    """
    staged.settle()
    staged.index(staged.table("invoices"), "invoice_id")
    if name == "invoices":
        beside = _invoices(staged, increments, line_tolerances)
    else:
        beside = _beside_document(staged, name)
    helpers, tallied = _HELPERS[name], _TALLIED[name]
    groups = [_deciding(beside, column).label(column) for column in tallied]
    suspect = case((beside.c[_SUSPECT], 1), else_=0).label(_SUSPECT)
    counted = select(*groups, suspect, literal(1).label("one")).subquery()
    keys = [counted.c[column] for column in (*tallied, _SUSPECT)]
    rows = staged.labelled(name)
    same = staged.table(name).c.label == beside.c.label
    return View(
        select(*keys, func.count().label(_COUNT)).group_by(*keys),
        {**tallied, _SUSPECT: "Int64", _COUNT: "Int64"},
        rows.add_columns(*(beside.c[column] for column in helpers))
        .join(beside, same)
        .where(beside.c[_SUSPECT]),
        helpers,
    )


def _deciding(beside: Subquery, name: str) -> ColumnElement:
    column = beside.c[name]
    if name in _WORDS_AS_THEY_ARE:
        return column
    if isinstance(column.type, BigInteger):
        sign = case((column > 0, 1), (column < 0, -1), (column == 0, 0), else_=null())
        return cast(sign, BigInteger)
    return case((column.is_not(None), literal_column("'x'", TEXT)), else_=null())


def _beside_document(staged: StagedRows, name: str) -> Subquery:
    """Lines or payments beside the currency and account of the document they name."""
    rows, documents = staged.table(name), staged.table("invoices").alias("documents")
    named = and_(documents.c.invoice_id == rows.c.invoice_id, is_kept(documents))
    currency, account = documents.c.currency, documents.c.account_id
    differs = or_(rows.c.currency != currency, rows.c.account_id != account)
    return (
        select(
            rows.c.label,
            rows.c.currency,
            rows.c.account_id,
            currency.label("invoice_currency"),
            account.label("invoice_account_id"),
            differs.label(_SUSPECT),
        )
        .select_from(rows.outerjoin(documents, named))
        .where(is_kept(rows))
        .subquery()
    )


def _invoices(
    staged: StagedRows, increments: Increments, line_tolerances: Mapping[str, int]
) -> Subquery:
    """Invoices beside the sum of their lines, what settled them, and what they take back."""
    rows = staged.table("invoices")
    lined = _sources_with_all_lines(staged, increments)
    sums, credited = _sums_of_lines(staged, lined), rows.alias("credited")
    with_lines, is_whole = _lined(staged, sums), _has_all_payments(staged, increments)
    has_lines = case((rows.c.source.in_(lined), _is_in(with_lines)), else_=null())
    settled = _settled(staged, with_payments=is_whole)
    joined = _beside_others(rows, sums, credited, with_lines, settled)
    has_settlement = _has_settlement(rows, settled) if is_whole else cast(null(), Integer)
    apart = _told_apart(rows, settled, is_whole=is_whole)
    tolerance = _tolerance(rows, line_tolerances)
    of_lines = cast(tolerance * sums.c.line_count, BigInteger)
    suspect = or_(
        _is_unbalanced(rows, sums, tolerance, of_lines),
        has_lines == 0,
        has_settlement == 0,
        apart != 0,
        rows.c.currency != credited.c.currency,
    )
    return (
        select(
            rows.c.label,
            *(rows.c[name] for name in _TALLIED["invoices"] if name not in _HELPERS["invoices"]),
            sums.c.net_minor.label("lines_net_minor"),
            tolerance.label("tolerance_minor"),
            of_lines.label("lines_tolerance_minor"),
            has_lines.label("has_lines"),
            has_settlement.label("has_settlement"),
            settled.c.settled_minor,
            apart.label("told_apart_minor"),
            credited.c.currency.label("credited_currency"),
            suspect.label(_SUSPECT),
        )
        .select_from(joined)
        .where(is_kept(rows))
        .subquery()
    )


def _beside_others(
    rows: Table, sums: Table, credited: NamedFromClause, with_lines: Table, settled: Table
) -> Join:
    """Documents beside their lines' sums, what they take back and what settled them, and whether
    they have lines."""
    of_rows = and_(sums.c.invoice_id == rows.c.invoice_id, sums.c.currency == rows.c.currency)
    taken_back = and_(credited.c.invoice_id == rows.c.credited_invoice_id, is_kept(credited))
    joined = rows.outerjoin(sums, of_rows).outerjoin(credited, taken_back)
    joined = joined.outerjoin(with_lines, with_lines.c.invoice_id == rows.c.invoice_id)
    return joined.outerjoin(settled, settled.c.invoice_id == rows.c.invoice_id)


def _is_unbalanced(
    rows: Table, sums: Table, tolerance: ColumnElement, of_lines: ColumnElement
) -> ColumnElement:
    """Whether net and tax differ from the total, or the lines from the net, by more."""
    return or_(
        func.abs(rows.c.net_minor + rows.c.tax_minor - rows.c.total_minor) > tolerance,
        func.abs(rows.c.net_minor - sums.c.net_minor) > of_lines,
    )


def _sources_with_all_lines(staged: StagedRows, increments: Increments) -> list[str]:
    """Those whose lines are delivered whole, so that a document without any is suspect."""
    kept = staged.kept_rows("invoice_lines")
    return [name for name in kept if (name, "invoice_lines") not in increments]


def _tolerance(rows: Table, line_tolerances: Mapping[str, int]) -> ColumnElement:
    """Minor units that a document of the row's source may differ by for each line."""
    told = [(rows.c.source == source, literal(n)) for source, n in line_tolerances.items() if n]
    return cast(case(*told, else_=0) if told else literal(0), BigInteger)


def _sums_of_lines(staged: StagedRows, sources: list[str]) -> Table:
    """Net and number of each document's lines by currency."""
    lines = staged.table("invoice_lines")
    keys = (lines.c.invoice_id, lines.c.currency)
    total = cast(func.sum(func.coalesce(lines.c.net_minor, 0)), BigInteger)
    columns = [
        Column("invoice_id", TEXT),
        Column("currency", TEXT),
        Column("net_minor", BigInteger),
        Column("line_count", BigInteger),
    ]
    sums = staged.extra_table(
        "sums_of_lines",
        columns,
        select(*keys, total, func.count())
        .where(is_kept(lines), lines.c.source.in_(sources))
        .group_by(*keys),
    )
    staged.index(sums, "invoice_id", "currency")
    return sums


def _lined(staged: StagedRows, sums: Table) -> Table:
    """The documents that have lines, each once.

    Joined rather than asked for one by one with EXISTS: both databases hash a join, where
    PostgreSQL would look every document up.
    """
    ids = select(sums.c.invoice_id).where(sums.c.invoice_id.is_not(None)).distinct()
    documents = staged.extra_table("lined_documents", [Column("invoice_id", TEXT)], ids)
    staged.index(documents, "invoice_id")
    return documents


def _is_in(documents: Table) -> ColumnElement:
    """1 where the joined documents have the row's, else 0."""
    return case((documents.c.invoice_id.is_not(None), 1), else_=0)


def _has_all_payments(staged: StagedRows, increments: Increments) -> bool:
    """Whether payments are delivered, and all of them."""
    paying = staged.kept_rows("payments")
    return bool(paying) and not any((source, "payments") in increments for source in paying)


def _has_settlement(rows: Table, settled: Table) -> ColumnElement:
    is_settled = or_(settled.c.invoice_id.is_not(None), rows.c.is_payment_told.is_(True))
    return case((is_settled, 1), else_=0)


def _settled(staged: StagedRows, *, with_payments: bool) -> Table:
    """The documents that a credit note or a payment names, and what came of these in their
    currency; as everywhere, a refund leaves an invoice settled."""
    rows, payments = staged.table("invoices"), staged.table("payments")
    is_credit = and_(rows.c.document_kind == "credit_note", _is_counted(rows))
    parts = [_settling(rows, rows.c.credited_invoice_id, -rows.c.total_minor, is_credit)]
    if with_payments:
        has_come = and_(payments.c.status == "succeeded", payments.c.payment_kind != "refund")
        parts.append(_settling(payments, payments.c.invoice_id, payments.c.amount_minor, has_come))
    both, named = union_all(*parts).subquery(), rows.alias("named")
    amount = case((named.c.currency == both.c.currency, both.c.amount_minor), else_=0)
    columns = [Column("invoice_id", TEXT), Column("settled_minor", BigInteger)]
    settled = staged.extra_table(
        "settled_documents",
        columns,
        select(both.c.invoice_id, cast(func.sum(amount), BigInteger))
        .select_from(
            both.outerjoin(named, and_(named.c.invoice_id == both.c.invoice_id, is_kept(named)))
        )
        .group_by(both.c.invoice_id),
    )
    staged.index(settled, "invoice_id")
    return settled


def _settling(
    rows: Table, names: ColumnElement, amount: ColumnElement, counts: ColumnElement
) -> Select:
    settles = case((counts, amount), else_=0).label("amount_minor")
    return select(names.label("invoice_id"), rows.c.currency, settles).where(
        is_kept(rows), names.is_not(None)
    )


def _is_counted(rows: Table) -> ColumnElement:
    return or_(rows.c.status.is_(None), rows.c.status.not_in(NEVER_COUNTED))


def _told_apart(rows: Table, settled: Table, *, is_whole: bool) -> ColumnElement:
    """By how much more than what we see an invoice says that it was settled, below 0 where it
    says less; missing where it says nothing, or nothing is seen of one that is paid.

    Without all payments, only that it says less than its credit notes is known to be wrong.
    """
    total, due = rows.c.total_minor, rows.c.amount_due_minor
    is_paid = or_(rows.c.status == "paid", rows.c.paid_date.is_not(None))
    says = case((is_paid, total), (due < total, total - due), (due >= total, 0), else_=null())
    seen = func.coalesce(settled.c.settled_minor, 0)
    apart = says - case((seen > total, total), else_=seen)
    is_told_of = and_(
        rows.c.document_kind == "invoice",
        total > 0,
        _is_counted(rows),
        or_(~is_paid, settled.c.invoice_id.is_not(None)),
        rows.c.is_payment_told.is_not(True),
    )
    known = is_told_of if is_whole else and_(is_told_of, apart < 0)
    return cast(case((known, apart), else_=null()), BigInteger)
