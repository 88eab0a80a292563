"""Exports built to what their vendors document: small files in those columns are read whole."""

import json

import pandas as pd
from read_exports import ReadFiles

from sources.mapping.load import builtin_mapping_path
from sources.tables.joins import KnownKeys


def builtin(name: str) -> str:
    return builtin_mapping_path(name).read_text(encoding="utf-8")


def linked(system: str, **accounts: str) -> KnownKeys:
    links = {(system, key): account for key, account in accounts.items()}
    return KnownKeys({"tickets": {"208": "A"}}, links)


XERO_HEADER = (
    "ContactName,EmailAddress,POAddressLine1,POCity,POPostalCode,POCountry,InvoiceNumber,Reference,"
    "InvoiceDate,DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,"
    "InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,"
    "TaxAmount,Currency,Type,Sent,Status\n"
)


def xero(number: str, kind: str, status: str, totals: str, line: str) -> str:
    return (
        f"Harbour Cafe,ana@harbour.example,,Nelson,7010,NZ,{number},,24/03/2026,23/04/2026,,"
        f"{totals},COFFEE,{line},200,15%,0.00,NZD,{kind},Sent,{status}\n"
    )


def test_invoices_of_xeros_screens_repeat_their_totals_on_every_line(
    read_files: ReadFiles,
) -> None:
    text = XERO_HEADER
    paid = "115.0000,15.0000,115.0000,0.0000"
    text += xero("INV-1", "Sales invoice", "Paid", paid, "Beans,2,40,,80.0000")
    text += xero("INV-1", "Sales invoice", "Paid", paid, "Filters,1,20,,20.0000")
    text += xero("CN-1", "Sales credit note", "Paid", "11.5,1.5,11.5,0", "Beans,1,10,,10.00")
    text += xero("B-1", "Bill", "Awaiting Payment", "50,0,0,50", "Rent,1,50,,50.00")
    read = read_files(builtin("xero_csv"), files={"SalesInvoices.csv": text})
    assert read.column("accounts", "account_id") == ["Harbour Cafe"]
    assert read.column("invoices", "invoice_id") == ["INV-1", "CN-1"]
    assert read.column("invoices", "total_minor") == [11_500, -1_150]
    assert read.column("invoices", "net_minor") == [10_000, -1_000]
    assert read.column("invoice_lines", "net_minor") == [8_000, 2_000, -1_000]
    assert str(read.column("invoices", "issue_date")[0])[:10] == "2026-03-24"
    assert read.quarantine.empty


def test_hubspots_contacts_are_people_of_clients_or_leads(read_files: ReadFiles) -> None:
    contacts = (
        "Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Create Date,"
        "Associated Company IDs\n"
        "1,Ana,Paz,ana@acme.com,customer,,2026-01-01 10:00,101;102\n"
        "2,Eva,Sol,eva@x.com,lead,New,2026-02-01 10:00,\n"
    )
    read = read_files(builtin("hubspot"), files={"hubspot-contacts.csv": contacts})
    assert read.column("contacts", "account_id") == ["101"]
    assert read.column("leads", "lead_id") == ["2"]
    assert read.column("leads", "status") == ["New"]
    assert read.outcomes["filtered:without_company"] == 1
    assert read.quarantine.empty


def test_hubspots_tickets_by_their_labels(read_files: ReadFiles) -> None:
    tickets = (
        "Ticket ID,Ticket name,Priority,Create date,Close date,Category,Associated Company IDs\n"
        "7,Login,High,2026-01-01 10:00,2026-01-02 10:00,Access,101\n"
        "8,Bill,Low,2026-01-03 10:00,,,102\n"
    )
    read = read_files(builtin("hubspot"), files={"tickets.csv": tickets})
    assert read.column("tickets", "status") == ["solved", "open"]
    assert read.column("tickets", "account_id") == ["101", "102"]


def test_satisfaction_counts_alike_on_scales_of_three_five_seven_ten_and_words(
    read_files: ReadFiles,
) -> None:
    given = [
        *(("4", ""), ("3", "1-5"), ("6", "7"), ("5", "7"), ("8", "0-10"), ("7", "10")),
        *(("3", "3"), ("2", "1-3"), ("Good", "words"), ("bad", "words"), ("", "5")),
    ]
    answers = "Response ID,Company ID,Respondent ID,Rating,Scale,Submitted At (UTC)\n"
    for number, (rating, scale) in enumerate(given):
        answers += f"{number},A,,{rating},{scale},2026-01-01 10:00\n"
    read = read_files(builtin("surveys"), files={"csat.csv": answers})
    table = read.table("surveys").sort_values("source_line")
    found = [None if value is pd.NA else bool(value) for value in table["is_positive"]]
    assert found == [True, False, True, False, True, False, True, False, True, False, None]
    assert read.quarantine.empty


def test_a_scale_that_nobody_described_is_kept_out(read_files: ReadFiles) -> None:
    answers = (
        "Response ID,Company ID,Respondent ID,Rating,Scale,Submitted At (UTC)\n"
        "1,A,,40,100,2026-01-01 10:00\n"
    )
    read = read_files(builtin("surveys"), files={"csat.csv": answers})
    assert [rule for _, _, rule in read.faults] == ["unclaimed_row"]


def test_zendesks_satisfaction_ratings_follow_their_tickets(read_files: ReadFiles) -> None:
    rating = {
        "id": 35436,
        "requester_id": 7881,
        "ticket_id": 208,
        "updated_at": "2026-07-20T22:55:29Z",
        "created_at": "2026-07-20T22:55:29Z",
    }
    ratings = [
        {**rating, "score": "good"},
        {**rating, "id": 2, "score": "offered"},
        {**rating, "id": 3, "score": "bad", "comment": "slow"},
    ]
    text = json.dumps({"satisfaction_ratings": ratings})
    read = read_files(
        builtin("zendesk"), files={"satisfaction_ratings.json": text}, known=linked("zendesk")
    )
    assert read.column("surveys", "is_positive") == [True, False]
    assert read.column("surveys", "account_id") == ["A", "A"]
    assert read.outcomes["filtered:unanswered"] == 1


def test_a_trello_board_as_csv_joins_by_the_name_of_its_file(read_files: ReadFiles) -> None:
    cards = (
        "Card ID,Card Name,Card Description,Labels,Members,Due Date,List Name,Archived\n"
        "a1,Fix header,,Milestone (green),Tom Baker,2026-10-01T09:00:00.000Z,Blocked: legal,false\n"
        "a2,Old card,,,,,Done,true\n"
    )
    known = linked("trello", norte="A")
    read = read_files(builtin("trello"), files={"boards/norte.csv": cards}, known=known)
    assert read.column("tasks", "account_id") == ["A"]
    assert read.column("tasks", "is_milestone") == [True]
    assert read.column("tasks", "blocked_by") == ["legal"]
    assert read.outcomes["filtered:archived"] == 1


def test_receipts_of_a_spanish_ledger_follow_their_invoices(read_files: ReadFiles) -> None:
    receipts = "Cobro;Factura;Fecha;Importe\nC1;F1;05/09/2026;1.210,00\nC2;F9;05/09/2026;1,00\n"
    known = KnownKeys({"invoices": {"F1": "A"}}, {})
    read = read_files(builtin("ledger_es"), files={"cobros.csv": receipts}, known=known)
    assert read.column("payments", "amount_minor") == [121_000]
    assert read.column("payments", "account_id") == ["A"]
    assert [rule for _, _, rule in read.faults] == ["unknown_account"]


ENGLISH = {
    "account_links": "System,External id,CRM account\nStripe,cus_1,A\n",
    "costs": "CRM account,Month,Kind of cost,Amount,Currency,Fixed share\n"
    'A,2026-09-01,Cost of sales,"1,234.50",EUR,0.4\n',
    "price_list": "Product,Name,Yearly list price,Currency,Recurring\nP,Plan,1200,EUR,yes\n",
    "targets": "Scope,Id,Period,Metric,Target,Currency,Planned resources\n"
    "Client,A,2026-Q3,recognised_revenue,1000,EUR,\n",
    "client_goals": "Goal,CRM account,Quarter,Description,Unit,Target,Actual,Direction\n"
    "G,A,2026-Q3,Faster,Hours,4,5,Less is better\n",
    "commitments": "Commitment,CRM account,Quarter,Description,Owner,Side,Due date,State,Measure,"
    "Cause,Action\nC,A,2026-Q3,Train,Ana,Us,2026-09-30,Moved,,late,again\n",
    "exchange_rates": "Date,Kind,Base currency,Quote currency,Rate\n"
    "2026-09-30,Month end,EUR,USD,1.1\n",
    "renewal_requests": "Request,CRM account,Date,Requested discount,Current yearly price,"
    "Yearly list price,Currency,Reason,Competitor,Probability,Probability with discount,"
    "Probability for a term,Term in years,Avoidable share of cost,Client's whole spend\n"
    "R,A,2026-09-01,0.1,1000,1200,EUR,price,,0.7,0.9,,3,0.5,5000\n",
    "risks": "Note,CRM account,Date,Kind,Description,Subject,In force from,Closed\n"
    "N,A,2026-09-01,Regulation,New law,Tax,2027-01-01,\n",
    "manager_goals": "Goal,Scope,Id,Quarter,Description,Unit,Start,Target,Actual,Due date\n"
    "M,Manager,U,2026-Q3,Visit,Count,1,9,4,2026-09-30\n",
    "partners": "Partner,Quarter,Name,Kind,Service,Spend,Currency,Agreed level,Reached level,"
    "Incidents,Replaceable\nS,2026-Q3,Cloud,Supplier,Hosting,900,EUR,0.999,0.998,2,no\n",
    "names": "Kind,Id,Language,Name\nTask,T1,ES,Formar a las tiendas\n",
    "price_steps": "Step,CRM account,Contract,Product,From,From quantity,Yearly unit price,"
    "Currency\n1,A,K,P,2027-01-01,,90.50,EUR\n",
}


def test_finances_own_files_are_read_with_english_headers_too(read_files: ReadFiles) -> None:
    read = read_files(
        builtin("finance_en"), files={f"{name}.csv": text for name, text in ENGLISH.items()}
    )
    assert read.quarantine.empty
    assert read.sentences == []
    assert {name: len(frame) for name, frame in read.result.tables.items()} == dict.fromkeys(
        read.result.tables, 1
    )
    assert len(read.result.tables) == len(ENGLISH)
    assert read.column("costs", "amount_minor") == [123_450]


def test_goals_say_what_they_brought_and_who_confirmed_it(read_files: ReadFiles) -> None:
    text = (
        "Meta;Cuenta CRM;Trimestre;Descripción;Unidad;Objetivo;Real;Sentido;Valor en horas;"
        "Valor en dinero;Divisa;Valor confirmado por\n"
        "G;A;2026-Q3;Cerrar antes;Días;4;5;Menos es mejor;120,5;9.640,25;USD;Ana Paz\n"
        "H;A;2026-Q3;Menos llamadas;Número;4;;Menos es mejor;;;;\n"
    )
    read = read_files(builtin("finance"), files={"metas_clientes.csv": text})
    assert read.quarantine.empty
    assert read.table("goals")["worth_hours"].dropna().to_list() == [120.5]
    assert read.table("goals")["worth_minor"].dropna().to_list() == [964_025]
    assert read.column("goals", "currency") == ["USD", "MXN"]
    assert read.table("goals")["worth_confirmed_by"].dropna().to_list() == ["Ana Paz"]


def test_renewals_say_what_became_of_them(read_files: ReadFiles) -> None:
    header, row = ENGLISH["renewal_requests"].splitlines()
    text = (
        f"{header},Commission,Outcome,Decision date,Granted discount\n"
        f"{row},0.05,Renewed,2026-09-20,0.06\n{row.replace('R,', 'S,', 1)},,,,\n"
    )
    read = read_files(builtin("finance_en"), files={"renewal_requests.csv": text})
    assert read.quarantine.empty
    asked = read.table("renewal_requests")
    assert asked["commission_share"].dropna().to_list() == [0.05]
    assert asked["outcome"].dropna().to_list() == ["renewed"]
    assert asked["granted_discount"].dropna().to_list() == [0.06]


def test_use_by_team_or_module_stands_beside_the_whole(read_files: ReadFiles) -> None:
    whole = (
        "usage_id,customer_id,week_start,events,active_users,seats_paid,product_id\n"
        "U1,cus_1,2026-09-07,90,12,20,P\n"
    )
    parts = (
        "customer_id,week_start,part_kind,part,events,active_users\n"
        "cus_1,2026-09-07,team,Almacén,60,8\ncus_1,2026-09-07,module,Pedidos,70,9\n"
    )
    files = {"usage_weekly.csv": whole, "usage_parts.csv": parts}
    read = read_files(builtin("usage"), files=files, known=linked("stripe", cus_1="A"))
    assert read.quarantine.empty
    assert read.column("usage", "events") == [90]
    assert read.column("usage_parts", "events") == [60, 70]
    assert read.column("usage_parts", "part_kind") == ["team", "module"]


def test_asanas_tasks_say_what_kind_of_work_they_are(read_files: ReadFiles) -> None:
    header = "Task ID,Created At,Completed At,Name,Assignee,Due Date,Projects,Category\n"
    rows = "".join(
        f"{word or 'none'},2026-09-01,,Do,,2026-10-01,Norte,{word}\n"
        for word in ("Training", "Formación", "Mantenimiento", "Legal", "")
    )
    read = read_files(
        builtin("asana"), files={"tasks.csv": header + rows}, known=linked("asana", Norte="A")
    )
    assert read.quarantine.empty
    found = read.table("tasks").set_index("task_id")["category"].dropna().to_dict()
    assert found == {
        "Training": "training",
        "Formación": "training",
        "Mantenimiento": "maintenance",
        "Legal": "other",
    }


def test_salesforces_contracts_say_how_their_prices_rise(read_files: ReadFiles) -> None:
    text = (
        "Id,AccountId,Status,StartDate,EndDate,OwnerExpirationNotice,Yearly_Uplift__c,"
        "Uplift_Index__c,Uplift_Cap__c\n800,A,Activated,2026-01-01,2026-12-31,30,3,CPI,4.5\n"
    )
    read = read_files(builtin("salesforce"), files={"Contract.csv": text})
    assert read.quarantine.empty
    assert read.column("contracts", "yearly_uplift") == [0.03]
    assert read.column("contracts", "uplift_cap") == [0.045]
    assert read.column("contracts", "uplift_index") == ["CPI"]


def test_lines_of_xero_are_net_whether_they_hold_their_tax_or_not(read_files: ReadFiles) -> None:
    """Whoever writes an invoice chooses; what adds up tells."""
    text = XERO_HEADER
    totals = "240.0000,40.0000,0.0000,240.0000"
    tax = ("0.00,NZD", "20.00,NZD")
    for number, amounts in (("IN-1", ("60.00", "120.00")), ("IN-2", ("50.00", "100.00"))):
        lines = (
            xero(number, "Sales invoice", "Paid", totals, f"Beans,1,{amounts[0]},,{amounts[0]}"),
            xero(number, "Sales invoice", "Paid", totals, f"Tea,1,{amounts[0]},,{amounts[0]}"),
            xero(number, "Sales invoice", "Paid", totals, f"Milk,1,{amounts[1]},,{amounts[1]}"),
        )
        for line, own in zip(lines, ("10.00,NZD", "10.00,NZD", "20.00,NZD"), strict=True):
            text += line.replace(tax[0], own)
    note = xero("CN-1", "Sales credit note", "Paid", "-12.00,-2.00,12,0", "Tea,1,12,,12.00")
    large = xero("IN-3", "Sales invoice", "Paid", '"1,200.00",200,0,0', 'Tea,1,,,"1,000.00"')
    text += note.replace(tax[0], "2.00,NZD") + large.replace(tax[0], "200.00,NZD")
    read = read_files(builtin("xero_csv"), files={"SalesInvoices.csv": text})
    assert read.quarantine.empty
    lines = read.table("invoice_lines").groupby("invoice_id")["net_minor"].sum()
    documents = read.table("invoices").set_index("invoice_id")["net_minor"]
    assert lines.to_dict() == documents.to_dict()
    assert lines.to_dict() == {"IN-1": 20_000, "IN-2": 20_000, "CN-1": -1_000, "IN-3": 100_000}


def test_synced_lines_of_xero_are_net_where_the_invoice_says_that_they_hold_tax(
    read_files: ReadFiles,
) -> None:
    invoices = (
        "invoice_id,contact_id,date,due_date,fully_paid_on_date,amount_due,sub_total,total,"
        "total_tax,currency_code,invoice_number,line_amount_types,status,type\n"
        "1,A,2026-07-01,,,0,200,240,40,USD,1,Inclusive,PAID,ACCREC\n"
        "2,A,2026-07-01,,,0,200,240,40,USD,2,Exclusive,PAID,ACCREC\n"
    )
    lines = (
        "line_item_id,invoice_id,item_code,description,quantity,line_amount,tax_amount\n"
        "a,1,P,Plan,1,240,40\nb,2,P,Plan,1,200,40\n"
    )
    contacts = "contact_id,name,_fivetran_deleted\nA,Acme,false\n"
    files = {"contact": contacts, "invoice": invoices, "invoice_line_item": lines}
    read = read_files(
        builtin("xero"), files={f"xero_{name}_data.csv": text for name, text in files.items()}
    )
    assert read.quarantine.empty
    assert read.column("invoice_lines", "net_minor") == [20_000, 20_000]


def test_the_template_that_xero_imports_is_read_with_its_starred_header(
    read_files: ReadFiles,
) -> None:
    short = (
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount\n"
        "Sonair,12,7/6/2019,8/2/2019,Tea,3,39\nSonair,12,7/6/2019,8/2/2019,Milk,1,1.5\n"
    )
    long = (
        "*ContactName,POCountry,*InvoiceNumber,*InvoiceDate,*DueDate,Total,*Description,*Quantity,"
        "*UnitAmount,Discount,*AccountCode,*TaxType,TaxAmount,Currency\n"
        "Viva,NZ,13,7/6/2019,8/2/2019,,Tea,2,50,10,200,20%,,EUR\n"
    )
    files = {"NewSalesInvoiceTemplate.csv": short, "SalesInvoiceTemplate.csv": long}
    read = read_files(builtin("xero_csv"), files=files)
    assert read.quarantine.empty
    assert read.sentences == []
    documents = read.table("invoices").set_index("invoice_id")
    assert documents["net_minor"].to_dict() == {"12": 11_850, "13": 9_000}
    assert documents["currency"].to_dict() == {"12": "MXN", "13": "EUR"}
    assert sorted(read.column("invoice_lines", "net_minor")) == [150, 9_000, 11_700]
