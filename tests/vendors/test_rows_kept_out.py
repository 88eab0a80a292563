"""A client all of whose rows were kept out has no figure of nothing, but none."""

from pathlib import Path

import pytest
from whole_company import WholeCompany, account_rows, deliver, write_company

from cli.status_report import print_status
from messages.catalogue import catalogue
from pipeline.compute.explain import explain
from pipeline.ingest.ingest import ingest
from pipeline.ingest.validation_page import quarantine_counts
from pipeline.state import company_state
from transforms.metrics.kpi import Missing
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

CLIENTS = """
source = "own"

[[files]]
pattern = "clients.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"
"""
TABLES = {
    "tickets": """ticket_id = "id"
account_id = "client"
status = { column = "word", values = { open = "open", done = "solved" } }
created_at = "day"
""",
    "opportunities": """opportunity_id = "id"
account_id = "client"
state = { column = "word", values = { open = "open", done = "won" } }
amount_minor = { value = "100" }
currency = { value = "USD" }
created_date = { value = "2026-01-01" }
close_date = "day"
""",
    "tasks": """task_id = "id"
account_id = "client"
task_name = { column = "word", values = { open = "Open", done = "Done" } }
due_date = "day"
""",
    "surveys": """answer_id = "id"
account_id = "client"
answered_at = "day"
survey_kind = { column = "word", values = { done = "csat" } }
is_positive = { value = true }
""",
    "invoices": """invoice_id = "id"
account_id = "client"
document_kind = { value = "invoice" }
status = { column = "word", values = { open = "open", done = "paid" } }
issue_date = "day"
due_date = "day"
total_minor = { value = "100" }
net_minor = { value = "100" }
tax_minor = { value = "0" }
currency = { value = "USD" }
""",
}
FIGURES = {
    "tickets": ("tickets_created", "critical_open", "complaints", "service_level_critical"),
    "opportunities": ("won_amount", "deals_open", "win_rate", "potential_value"),
    "tasks": ("tasks_due", "delivery_on_time", "tasks_undated"),
    "surveys": ("csat", "csat_answers", "nps_answers"),
    "invoices": ("invoiced_amount", "open_balance", "dso"),
}
OTHERS = [f"{number},B,2026-08-0{number},done" for number in range(1, 9)]
"""Rows enough of another client that those at fault are not most of the file."""


def company(folder: Path, table: str, *rows: str) -> WholeCompany:
    entry = f'\n[[files]]\npattern = "{table}.csv"\n\n[[files.tables]]\ntable = "{table}"\n'
    mapping = f"{CLIENTS}{entry}\n[files.tables.columns]\n{TABLES[table]}"
    lines = "\n".join(["id,client,day,word", *OTHERS, *rows])
    return write_company(folder, (mapping,), {"clients.csv": "id\nA\nB\n", f"{table}.csv": lines})


@pytest.mark.parametrize("table", TABLES)
def test_figures_of_a_client_whose_only_row_was_kept_out_are_absent(
    tmp_path: Path, table: str
) -> None:
    made = company(tmp_path, table, "20,A,2026-08-03,odd")
    assert made.checked.rows_kept_out == 1
    for figure in FIGURES[table]:
        assert made.told("A", figure) == "rows_kept_out", figure
        assert made.told("B", figure) != "rows_kept_out", figure
    found = explain(made.settings, "A", FIGURES[table][0], "2026-Q3")
    assert found.value.reason is Missing.ROWS_KEPT_OUT
    assert found.value.number is None


@pytest.mark.parametrize("table", TABLES)
def test_a_row_whose_account_nobody_could_read_may_be_anybodys(tmp_path: Path, table: str) -> None:
    made = company(tmp_path, table, "20,A")
    assert made.checked.rows_kept_out == 1
    for figure in FIGURES[table]:
        assert made.told("A", figure) == "rows_kept_out", figure
        is_left = figure != "nps_answers"
        assert (made.told("B", figure) == "rows_kept_out") is not is_left, figure
    found = explain(made.settings, "A", FIGURES[table][0], "2026-Q3")
    assert found.value.reason is Missing.ROWS_KEPT_OUT


@pytest.mark.parametrize(
    ("cut", "of_all"),
    [
        ("20,A,2026-08-03,d", False),
        ("20,A,2026", False),
        ("20,A", True),
        ("20,C,2026-08-03,d", True),
        ("A,20,2026-08-03,d", True),
        ("20,A,done,", True),
        ("20,A,2026-08-03,done,,more", True),
    ],
)
def test_a_row_cut_off_is_of_its_account_alone_where_that_can_still_be_read(
    tmp_path: Path, cut: str, of_all: bool
) -> None:
    """A cell is whole where another follows it; where one does not hold what its column does,
    the account may be another's, too."""
    made = company(tmp_path, "surveys")
    lines = ["id,client,day,word,note", *(f"{row}," for row in OTHERS), cut]
    deliver(made.folder, {"surveys.csv": "\n".join(lines)}, "2026-10-01")
    assert made.checked.rows_kept_out == 1
    assert made.told("A", "nps_answers") == "rows_kept_out"
    assert bool(made.told("B", "nps_answers") == "rows_kept_out") == of_all


@pytest.mark.parametrize("account", ["", "nobody"])
def test_a_row_that_joins_no_account_is_nobodys_whatever_else_is_wrong_with_it(
    tmp_path: Path, account: str
) -> None:
    rows = (f"20,{account},2026-08-03,odd", f"21,{account},no day,done")
    made = company(tmp_path, "tickets", *rows)
    assert made.checked.rows_kept_out == 2
    assert made.told("A", "tickets_created") == 0


PAYMENTS = """
[[files]]
pattern = "payments.csv"

[[files.tables]]
table = "payments"

[files.tables.columns]
payment_id = "id"
account_id = { column = "invoice", via = "invoices" }
invoice_id = "invoice"
payment_kind = { value = "payment" }
status = { value = "succeeded" }
paid_date = "day"
amount_minor = { value = "100" }
currency = { value = "USD" }
"""


@pytest.mark.parametrize(
    ("invoice", "told"),
    [
        ("20,A,2026-08-03,odd", ("parent_quarantined", "A")),
        ("20,,2026-08-03,odd", ("unknown_account", "")),
    ],
)
def test_what_follows_a_row_kept_out_is_of_its_account(
    tmp_path: Path, invoice: str, told: tuple[str, str]
) -> None:
    made = company(tmp_path, "invoices", invoice)
    with (tmp_path / "own0.toml").open("a", encoding="utf-8") as mapping:
        mapping.write(PAYMENTS)
    paid = "\n".join(f"{number},{number},2026-08-09" for number in (*range(1, 9), 20))
    deliver(tmp_path, {"payments.csv": f"id,invoice,day\n{paid}"}, "2026-10-01")
    found = made.checked.quarantine
    payments = found[found["table_name"] == "payments"].fillna({"account_id": ""})
    assert list(zip(payments["rule"], payments["account_id"], strict=True)) == [told]


PAID_FOR = PAYMENTS.replace('"invoice", via = "invoices" }', '"client" }').replace(
    '= { value = "succeeded" }', '= { column = "word", values = { done = "succeeded" } }'
)


def company_paid(folder: Path, paid: tuple[str, ...]) -> WholeCompany:
    """A, which owes one invoice, with those payments; B has paid all of its own."""
    made = company(folder, "invoices", "20,A,2026-08-03,open")
    with (folder / "own0.toml").open("a", encoding="utf-8") as mapping:
        mapping.write(PAID_FOR)
    others = [f"{number}0,B,{number},2026-08-09,done" for number in range(1, 9)]
    lines = "\n".join(("id,client,invoice,day,word", *others, *paid))
    deliver(folder, {"payments.csv": lines}, "2026-10-01")
    return made


@pytest.mark.parametrize(
    ("paid", "balance", "unapplied"),
    [
        (("1,A,,2026-08-20,odd",), "rows_kept_out", "rows_kept_out"),
        (("1,A,",), "rows_kept_out", "rows_kept_out"),
        (("1,A,,2026-07-20,odd",), 100, "rows_kept_out"),
        (("1,A,,2026-10-20,odd",), 100, 0),
        (("1,A,,2026-08-20,odd", "2,A,,2026-08-21,done"), 100, 100),
    ],
)
def test_a_balance_whose_only_payment_was_kept_out_is_unknown(
    tmp_path: Path, paid: tuple[str, ...], balance: object, unapplied: object
) -> None:
    made = company_paid(tmp_path, paid)
    for figure in ("open_balance", "overdue_balance"):
        assert made.told("A", figure) == balance, figure
        assert made.told("B", figure) == 0, figure
    assert (made.told("A", "dso") == "rows_kept_out") == (balance == "rows_kept_out")
    assert made.told("A", "unapplied_balance") == unapplied


LEFT = "2,A,,2026-08-21,done"


@pytest.mark.parametrize(
    ("paid", "count"),
    [
        (("1,A,,2026-08-20,odd", LEFT), 1),
        (("1,A,,2026-08-20,odd", "3,A,,2026-08-20,odd", LEFT), 2),
        (("1,A,", LEFT), 1),
        (("1,A,,2026-07-20,odd", LEFT), 0),
        (("1,A,,2026-10-20,odd", LEFT), 0),
        ((LEFT, LEFT), 0),
        ((LEFT,), 0),
    ],
)
def test_a_balance_that_payments_kept_out_may_have_lowered_says_so_and_how_many(
    tmp_path: Path, paid: tuple[str, ...], count: int
) -> None:
    made = company_paid(tmp_path, paid)
    note = "payments_kept_out" if count else ""
    for figure in ("open_balance", "overdue_balance", "ageing_31_60"):
        assert made.told("A", figure) == 100, figure
        assert made.beside("A", figure) == note, figure
        assert made.beside("B", figure) == "", figure
    for figure in ("dso", "average_days_delinquent"):
        assert made.beside("A", figure) == note, figure
    for figure in ("overdue_balance", "dso"):
        steps = explain(made.settings, "A", figure, "2026-Q3").steps
        told = [step.facts["rows"] for step in steps if step.code == "payments_kept_out"]
        assert told == ([count] if count else []), figure


@pytest.mark.parametrize(
    ("rows", "created"),
    [
        (("20,A,2026-08-03,odd", "21,A,2026-08-04,done"), 1),
        (("20,A,2026-08-03,odd", "21,A,2026-04-04,done"), 0),
        (("20,A,2026-10-03,odd",), 0),
        (("20,A,no day,done",), "rows_kept_out"),
        (("20,C,2026-08-03,done",), 0),
    ],
)
def test_a_figure_stands_where_rows_are_left_or_what_was_kept_out_is_of_later(
    tmp_path: Path, rows: tuple[str, ...], created: object
) -> None:
    made = company(tmp_path, "tickets", *rows)
    assert made.checked.rows_kept_out == 1
    assert made.told("A", "tickets_created") == created


@pytest.mark.parametrize(
    ("kept", "out", "answers"),
    [
        ("2026-05-04", "2026-08-03", "rows_kept_out"),
        ("2026-08-04", "2026-05-03", 1),
        ("2026-05-04", "2026-05-03", 0),
    ],
)
def test_rows_that_have_one_day_are_of_that_day(
    tmp_path: Path, kept: str, out: str, answers: object
) -> None:
    made = company(tmp_path, "surveys", f"20,A,{kept},done", f"21,A,{out},odd")
    assert made.told("A", "csat_answers") == answers


def test_growth_over_a_year_of_which_all_was_kept_out_is_unknown(tmp_path: Path) -> None:
    rows = ("20,A,2025-08-03,done", "21,A,2026-08-03,odd", "22,B,2025-08-03,done")
    made = company(tmp_path, "opportunities", *rows)
    assert made.told("A", "sales_growth") == "rows_kept_out"
    assert made.told("B", "sales_growth") == 7


def test_a_delivery_that_mends_the_row_brings_the_figure_back(tmp_path: Path) -> None:
    made = company(tmp_path, "tickets", "20,A,2026-08-03,odd")
    lines = "\n".join(["id,client,day,word", *OTHERS, "20,A,2026-08-03,done"])
    deliver(made.folder, {"clients.csv": "id\nA\nB\n", "tickets.csv": lines}, "2026-10-05")
    assert made.told("A", "tickets_created") == 1


def increments(folder: Path, *rows: str) -> WholeCompany:
    """A company whose tickets come as what changed, each row landing some days after the last."""
    made = company(folder, "tickets", *rows[:1])
    mapping = folder / "own0.toml"
    told = mapping.read_text(encoding="utf-8")
    changed = 'table = "tickets"\ndelivery = "increment"'
    mapping.write_text(told.replace('table = "tickets"', changed), encoding="utf-8")
    for number, row in enumerate(rows[1:], 5):
        deliver(folder, {"tickets.csv": f"id,client,day,word\n{row}"}, f"2026-10-{number:02}")
    return made


@pytest.mark.parametrize(
    ("rows", "created"),
    [
        (("20,A,2026-08-03,odd", "9,B,2026-08-09,done"), "rows_kept_out"),
        (("20,A,2026-08-03,odd", "9,B,2026-08-09,done", "20,A,2026-08-03,done"), 1),
        (("20,A,2026-08-03,odd", "20,A,2026-10-03,done"), 0),
        (("20,A,2026-08-03,odd", "20,A,2026-10-03,odd", "9,B,2026-08-09,done"), 0),
        (("20,A,2026-08-03", "20,A,2026-10-03,done"), "rows_kept_out"),
    ],
)
def test_a_row_that_an_increment_kept_out_stays_so_until_one_names_it_again(
    tmp_path: Path, rows: tuple[str, ...], created: object
) -> None:
    assert increments(tmp_path, *rows).told("A", "tickets_created") == created


def test_people_are_shown_what_earlier_increments_kept_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ("20,A,2026-08-03,odd", "21,A,2026-08-04,odd", "9,B,2026-08-09,done")
    made = increments(tmp_path, *rows)
    with open_warehouse(made.settings.warehouse_url) as warehouse:
        ingest(made.settings, warehouse)
    state = company_state(made.settings)
    print_status(state, catalogue("en"))
    told = " ".join(capsys.readouterr().out.split())
    assert "2026-10-01/tickets.csv" in told
    assert "2026-10-05/tickets.csv" in told
    assert quarantine_counts(state.quarantine) == (("own", "unknown_value", 2),)


def test_clients_of_a_stopped_source_have_no_figure_though_another_has_the_table(
    tmp_path: Path,
) -> None:
    entry = '[[files]]\npattern = "{0}.csv"\n\n[[files.tables]]\ntable = "tickets"\n'
    columns = f"\n[files.tables.columns]\n{TABLES['tickets']}"
    ours = f"{CLIENTS}\n{entry.format('tickets')}{columns}"
    desk = f'source = "desk"\n\n{entry.format("desk")}{columns}'
    header, rows = "id,client,day,word", ("1,A,2026-08-03,done", "2,B,2026-08-03,done")
    files = {"clients.csv": "id\nA\nB\n", "tickets.csv": f"{header}\n{rows[0]}"}
    files |= {"desk.csv": f"{header}\n{rows[1]}"}
    made = write_company(tmp_path, (ours, desk), files, "2026-09-01")
    deliver(tmp_path, files | {"desk.csv": "id,day\n2,2026-08-03"}, "2026-10-01")
    assert made.told("A", "tickets_created") == 1
    assert made.told("B", "tickets_created") == "rows_kept_out"


ANSWERS = "Response ID,Company ID,Respondent ID,{0},Submitted At (UTC)\n"


def test_a_file_of_answers_on_another_scale_holds_back_its_own_rows_alone(tmp_path: Path) -> None:
    rated = [f"r{mark},A,,{mark},2026-08-0{mark}" for mark in range(1, 10)]
    files = {
        "salesforce/Account.csv": account_rows(["A", "B"]),
        "surveys/nps.csv": ANSWERS.format("Score") + "n1,A,,9,2026-08-01\nn2,B,,9,2026-08-01",
        "surveys/csat_1.csv": ANSWERS.format("Rating") + "c1,B,,5,2026-08-01",
        "surveys/csat_2.csv": ANSWERS.format("Rating") + "\n".join(rated),
    }
    made = write_company(tmp_path, ("salesforce", "surveys"), files)
    assert made.checked.stopped == ()
    assert made.checked.rows_kept_out == 9
    told = made.checked.quarantine[["rule", "column_name", "expected"]]
    assert len(told.drop_duplicates()) == 1
    for client in ("A", "B"):
        assert made.told(client, "nps_answers") == 1
    assert made.told("B", "csat") == 1
    for figure in ("csat", "csat_answers"):
        assert made.told("A", figure) == "rows_kept_out"
