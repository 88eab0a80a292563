"""Other forms in which vendors export the same: a sheet that is kept up to date, another language,
prices for several months."""

import pytest
from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

SHEET = """,,
Asana,,https://app.asana.example/0/1
,,
Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,\
Start Date,Due Date,Tags,Notes
1,{0},{1},{1},Train,Doing,Ana,a@b.example,,{1},,"Two
lines"
2,{0},,{1},Report,Doing,Ana,a@b.example,,{1},,
"""


@pytest.mark.parametrize(
    "days", [("2026-08-03", "2026-08-25"), ("03/08/2026", "25/08/2026"), ("8/3/2026", "8/25/2026")]
)
def test_asanas_sheet_is_of_the_project_that_its_file_names(
    read_files: ReadFiles, days: tuple[str, str]
) -> None:
    files = {"Norte onboarding.csv": SHEET.format(*days)}
    known = linked("asana", **{"Norte onboarding": "A"})
    tasks = read_files(builtin("asana"), files=files, known=known).table("tasks")
    assert tasks["project"].tolist() == ["Norte onboarding"] * 2
    assert [str(day)[:10] for day in tasks["due_date"]] == ["2026-08-25"] * 2
    assert tasks["completed_date"].notna().tolist() == [True, False]


DEALS = """ID de registro,Nombre del negocio,Etapa del negocio,Valor,Moneda,Fecha de cierre,\
Fecha de creación,Propietario del negocio,Associated Company IDs (Primary)
1,Licencias,Cierre ganado,1500.5,USD,2026-08-25 10:00,2026-08-03 10:00,Ana,7
2,Soporte,Contrato enviado,200,,2026-12-25 10:00,2026-08-03 10:00,Ana,7
3,Otro,Nuestra etapa,200,EUR,2026-12-25 10:00,2026-08-03 10:00,Ana,7
"""


def test_hubspots_deals_are_read_in_spanish(read_files: ReadFiles) -> None:
    companies = "ID de registro,Nombre de la empresa\n7,Norte\n"
    files = {"todas-las-empresas.csv": companies, "todos-los-negocios.csv": DEALS}
    read = read_files(builtin("hubspot"), files=files)
    deals = read.table("opportunities").set_index("opportunity_id")
    assert deals["state"].to_dict() == {"1": "won", "2": "open"}
    assert deals["amount_minor"].to_dict() == {"1": 150_050, "2": 20_000}
    assert deals["currency"].to_dict() == {"1": "USD", "2": "MXN"}
    assert [(line, column) for line, column, _ in read.faults] == [(4, "state")]


PRICES = """Price ID,Product ID,Amount,Currency,Interval,Interval Count
price_q,prod_1,30.00,eur,month,3
"""
PERIOD = "Current Period Start (UTC),Current Period End (UTC)"
SUBSCRIPTIONS = f"""id,Customer ID,Plan,Status,Start Date (UTC),Quantity,Amount,Interval,Currency,\
Trial End (UTC),{PERIOD}
sub_1,cus,price_q,active,2026-01-01 00:00,2,30.00,{{interval}},eur,{{period}}
sub_2,cus,price_m,active,2026-01-01 00:00,1,10.00,month,eur,,2026-09-30 22:00,2026-10-31 23:00
"""
QUARTER = ",2026-08-31 00:00,2026-11-30 00:00"


@pytest.mark.parametrize(
    ("interval", "period", "files", "yearly"),
    [
        ("month", ",2026-09-01 00:00,2026-10-01 00:00", {"prices.csv": PRICES}, 24_000),
        ("every 3 months", QUARTER, {}, 24_000),
        ("3 months", QUARTER, {}, 24_000),
        ("2 years", ",2026-01-01 00:00,2028-01-01 00:00", {}, 3_000),
        ("every 5 fortnights", QUARTER, {}, None),
        ("month", QUARTER, {}, 24_000),
        ("month", ",2026-08-31 00:00,2027-02-28 00:00", {}, 12_000),
        ("month", ",2026-02-28 00:00,2026-05-30 00:00", {}, 24_000),
        ("month", ",2026-08-31 00:00,2026-09-30 00:00", {}, 72_000),
        ("year", ",2024-02-29 00:00,2025-02-28 00:00", {}, 6_000),
        ("year", ",2025-01-01 00:00,2028-01-01 00:00", {}, 2_000),
        ("week", ",2026-09-01 00:00,2026-09-15 00:00", {}, 156_000),
        ("day", ",2026-09-01 00:00,2026-09-11 00:00", {}, 219_000),
        ("", ",2026-09-01 00:00,2027-09-01 00:00", {}, 6_000),
        ("", ",2026-09-01 00:00,2026-09-08 00:00", {}, 312_000),
        ("", ",2026-09-01 00:00,2026-09-18 00:00", {}, None),
        ("month", ",2026-09-14 00:00,2026-10-01 00:00", {}, None),
        ("year", ",2026-09-01 00:00,2027-01-01 00:00", {}, None),
        ("month", ",,", {}, None),
        ("month", "2026-12-01 00:00,2026-09-01 00:00,2026-12-01 00:00", {}, None),
    ],
)
def test_a_price_of_several_months_is_not_one_of_a_month(
    read_files: ReadFiles, interval: str, period: str, files: dict[str, str], yearly: object
) -> None:
    text = SUBSCRIPTIONS.format(interval=interval, period=period)
    files = {**files, "subscriptions.csv": text}
    read = read_files(builtin("stripe"), files=files, known=linked("stripe", cus="A"))
    assert read.column("subscriptions", "yearly_minor") == [yearly, 12_000]
    assert len(read.faults) == (yearly is None)
    assert {rule for _, _, rule in read.faults} <= {"interval_unknown", "unreadable_number"}


LINES = "id,Invoice,Customer,Subscription,Description,Quantity,Amount,Currency\n"
BILLED = f"{LINES}il_1,in_1,cus,sub_1,Seats,2,{{0}},eur\n"
TWICE = f"{BILLED.format('60.00')}il_2,in_2,cus,sub_1,Seats,2,60.00,eur\n"
FIRST = ",2026-01-01 00:00,2026-0{}-01 00:00"


@pytest.mark.parametrize(
    ("period", "lines", "yearly", "told"),
    [
        (FIRST.format(3), "", 36_000, ["interval_inferred"]),
        ("2026-09-01 00:00,2026-09-01 00:00,2026-12-01 00:00", "", 24_000, ["interval_inferred"]),
        (FIRST.format(3), TWICE, 36_000, ["interval_inferred"]),
        (FIRST.format(3), BILLED.format("60.00"), 36_000, []),
        (FIRST.format(3), BILLED.format("40.00"), None, ["interval_unknown"]),
        (FIRST.format(2), "", 72_000, []),
        (FIRST.format(2), BILLED.format("60.00"), 72_000, []),
        (FIRST.format(2), BILLED.format("20.00"), None, ["interval_unknown"]),
        (QUARTER, BILLED.format("20.00"), 24_000, []),
    ],
)
def test_a_first_period_is_confirmed_by_what_it_was_billed_at(
    read_files: ReadFiles, period: str, lines: str, yearly: object, told: list[str]
) -> None:
    text = SUBSCRIPTIONS.format(interval="month", period=period)
    files = {"subscriptions.csv": text} | ({"invoice_line_items.csv": lines} if lines else {})
    read = read_files(builtin("stripe"), files=files, known=linked("stripe", cus="A"))
    assert read.column("subscriptions", "yearly_minor") == [yearly, 12_000]
    assert [rule for file, _, rule in read.faults if file != "invoice_line_items.csv"] == told


@pytest.mark.parametrize(
    ("other", "lines", "told"),
    [
        ("2026-09-01 00:00,2026-12-01 00:00", "", [2]),
        ("2026-09-01 00:00,2026-12-01 00:00", BILLED.format("60.00"), []),
        ("2026-09-01 00:00,2026-10-01 00:00", "", []),
    ],
)
def test_a_first_month_may_be_part_of_more_where_prices_of_more_are_sold(
    read_files: ReadFiles, other: str, lines: str, told: list[int]
) -> None:
    text = SUBSCRIPTIONS.format(interval="month", period=FIRST.format(2))
    text += f"sub_3,cus,price_q,active,2026-03-01 00:00,1,30.00,month,eur,,{other}\n"
    files = {"subscriptions.csv": text} | ({"invoice_line_items.csv": lines} if lines else {})
    read = read_files(builtin("stripe"), files=files, known=linked("stripe", cus="A"))
    assert read.column("subscriptions", "yearly_minor")[:2] == [72_000, 12_000]
    inferred = [line for line, _, rule in read.faults if rule == "interval_inferred"]
    assert inferred == told


def without_period(text: str) -> str:
    return "".join(f"{line.rsplit(',', 3)[0]}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("files", "yearly"),
    [({"prices.csv": PRICES}, [24_000, None]), ({}, [72_000, 12_000])],
)
def test_without_its_period_a_price_counts_as_the_list_of_prices_says(
    read_files: ReadFiles, files: dict[str, str], yearly: list[object]
) -> None:
    """Where there is no such list either, the file is told (tests/pipeline)."""
    text = without_period(SUBSCRIPTIONS.format(interval="month", period=",,"))
    files = {**files, "subscriptions.csv": text}
    read = read_files(builtin("stripe"), files=files, known=linked("stripe", cus="A"))
    assert read.column("subscriptions", "yearly_minor") == yearly
    assert len(read.faults) == yearly.count(None)


WEEKLY = """"Id","IsDeleted","MasterRecordId","Name","Type","ParentId","OwnerId","CreatedDate"
"001dN00000v2DEwQAM","0","000000000000000AAA","Norte","","000000000000000AAA","005dN00000C1tUIQAZ",\
"2026-06-09 02:12:25"
"001dN00000v2DExQAM","0","","Sur","","000000000000000AAA","005dN00000C1tUIQAZ","2026-06-09 12:00:00"
"""
CONTACTS = """"Id","IsDeleted","AccountId","Name","Title","Email"
"003dN00000v2DEwQAM","0","000000000000000AAA","Ana","","a@b.example"
"003dN00000v2DExQAM","0","001dN00000v2DEwQAM","Eva","","e@b.example"
"""


def test_zeros_of_salesforces_weekly_export_are_no_key(read_files: ReadFiles) -> None:
    files = {"Account.csv": WEEKLY, "Contact.csv": CONTACTS}
    read = read_files(builtin("salesforce"), files=files)
    assert read.column("accounts", "parent_account_id") == [None, None]
    assert [str(day)[:10] for day in read.column("accounts", "created_date")] == [
        "2026-06-08",  # in Mexico, of what is UTC in the file
        "2026-06-09",
    ]
    assert read.column("contacts", "contact_name") == ["Eva"]
    assert read.outcomes["filtered:private"] == 1
    assert read.faults == []


def test_what_was_never_paid_is_no_fault_of_a_file(read_files: ReadFiles) -> None:
    text = (
        "id,Created date (UTC),Amount,Currency,Status,Customer ID\n"
        "py_1,2025-11-19 22:17:46,9.99,gbp,Paid,cus\n"
        ",2025-11-19 22:16:37,9.99,gbp,requires_payment_method,cus\n"
    )
    known = linked("stripe", cus="A")
    read = read_files(builtin("stripe"), files={"unified_payments.csv": text}, known=known)
    assert read.column("payments", "status") == ["succeeded", "pending"]
    assert read.faults == []


def test_what_a_client_paid_ahead_is_no_revenue(read_files: ReadFiles) -> None:
    header = (
        "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountDue,"
        "InventoryItemCode,Description,Quantity,UnitAmount,LineAmount,TaxAmount,Currency,Type,"
        "Status\n"
    )
    row = "Norte,{0},25/04/2026,25/05/2026,50.00,0.00,0.00,,x,1,50.00,50.00,0.00,USD,{1},Paid\n"
    kinds = ["Sales invoice", "Sales overpayment", "Sales prepayment", "Sales quote"]
    rows = "".join(row.format(number, kind) for number, kind in enumerate(kinds))
    read = read_files(builtin("xero_csv"), files={"invoices.csv": header + rows})
    assert read.column("invoices", "invoice_id") == ["0"]
    assert not {"1", "2"} & set(read.column("invoice_lines", "invoice_id"))
    assert (5, "document_kind", "unknown_value") in read.faults


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("60%", 0.6), ("60", 0.6), ("12.5 %", 0.125), ("0.6", 0.6), ("1%", 0.01), ("5", 0.05)],
)
def test_a_chance_is_a_share_however_it_is_written(
    read_files: ReadFiles, written: str, read_as: float
) -> None:
    deals = (
        "Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal probability\n"
        f"1,Seats,Ours,100,2026-12-01,{written}\n2,Won,Ours,100,8/25/2026 2:30 PM,100\n"
    )
    read = read_files(builtin("hubspot"), files={"deals.csv": deals})
    assert read.column("opportunities", "probability") == [pytest.approx(read_as), 1.0]
    assert read.column("opportunities", "state") == ["open", "won"]
